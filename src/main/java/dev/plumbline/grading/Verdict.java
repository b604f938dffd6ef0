package dev.plumbline.grading;

/** The outcome of a whole run; each has its own exit code in the command-line contract. */
public enum Verdict {
    /** Every requirement is met. */
    PASSED("passed", 0),
    /** At least one requirement is not met, also where Terraform itself refuses the file. */
    FAILED("failed", 1),
    /** Nothing readable as text to judge. Costs the learner nothing. */
    NOT_GRADABLE("not-gradable", 3),
    /** Trouble on our side: no terraform, no endpoint, a time limit. Never a learner's zero. */
    COULD_NOT_GRADE("could-not-grade", 4);

    private final String word;
    private final int exitCode;

    Verdict(String word, int exitCode) {
        this.word = word;
        this.exitCode = exitCode;
    }

    /** The word in reports. */
    public String word() {
        return word;
    }

    /** Whether the work was judged. What was not has no score, not even the points that were seen on the way. */
    public boolean isJudged() {
        return this == PASSED || this == FAILED;
    }

    /** The process's exit code. */
    public int exitCode() {
        return exitCode;
    }
}
