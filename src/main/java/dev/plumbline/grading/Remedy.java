package dev.plumbline.grading;

/** What it takes to meet a requirement that is not met. */
public enum Remedy {
    /** The file may be wrong: an edit, and whatever follows from it. */
    EDIT,
    /** It is unmet in the account alone: nothing in the file is to be changed for it. */
    APPLY,
    /** What the lab began with is lost, and no edit and no apply brings it back: only a new beginning does. */
    RESET
}
