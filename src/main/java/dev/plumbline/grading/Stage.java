package dev.plumbline.grading;

/** How far the learner's work has come. */
public enum Stage {
    /** No code yet. */
    UNWRITTEN,
    /** There is code; {@code terraform init} has not been run. */
    WRITTEN,
    /** Initialised, nothing planned or applied. */
    INITIALISED,
    /** A plan was made and not applied. */
    PLANNED,
    /** Applied; the learner has not yet looked at a plan since. */
    APPLIED,
    /** Applied, and a plan after that had no changes. */
    VERIFIED,
    /** File, state and cloud no longer agree. */
    DRIFTED,
    /** What was applied has been destroyed again. */
    DESTROYED;

    /** The word in reports. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
