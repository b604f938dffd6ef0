package dev.plumbline.grading;

/** Where evidence comes from, nearest to the learner's editor first. */
public enum Layer {
    /** The file as it is written. */
    SOURCE("source"),
    /** What {@code terraform validate} says of it. */
    VALIDATION("validation"),
    /** A plan run by the grader. */
    PLAN("plan"),
    /** The learner's Terraform state. */
    STATE("state"),
    /** The live account's own answer. */
    CLOUD("cloud");

    private final String word;

    Layer(String word) {
        this.word = word;
    }

    /** The word in reports. */
    public String word() {
        return word;
    }
}
