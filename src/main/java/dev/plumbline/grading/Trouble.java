package dev.plumbline.grading;

/**
 * Why evidence is missing.
 *
 * @param side whose it is
 * @param message what happened and what to do, for the person at the keyboard
 */
public record Trouble(Side side, String message) {
    /** Whose trouble it is. */
    public enum Side {
        /** Ours, or the machine's: no verdict on the learner's work can rest on it. */
        OURS,
        /** In the learner's work: it is judged, or explained. */
        LEARNERS
    }

    /** Trouble on our side. */
    public static Trouble ours(String message) {
        return new Trouble(Side.OURS, message);
    }

    /** Trouble in the learner's work. */
    public static Trouble learners(String message) {
        return new Trouble(Side.LEARNERS, message);
    }
}
