package dev.plumbline.grading;

/**
 * What the learner was seen to run since their last change, as far as anybody saw it.
 *
 * @param planned whether a plan was made
 * @param verified whether a plan was made after the last apply
 */
public record History(boolean planned, boolean verified) {
    /** Nobody saw anything. */
    public static final History NONE = new History(false, false);
}
