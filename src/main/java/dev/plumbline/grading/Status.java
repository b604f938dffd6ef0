package dev.plumbline.grading;

/** Where one requirement stands. */
public enum Status {
    /** Shown by every layer it needs. */
    MET("met"),
    /** Shown not to hold. */
    UNMET("unmet"),
    /** Not yet possible, usually because nothing is applied; what is there is right so far. */
    PENDING("pending"),
    /** Cannot be judged until another requirement or the file is repaired; the message says which. */
    BLOCKED("blocked");

    private final String word;

    Status(String word) {
        this.word = word;
    }

    /** The word in reports and on the screen. */
    public String word() {
        return word;
    }
}
