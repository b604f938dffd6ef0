package dev.plumbline.grading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one requirement was judged.
 *
 * @param id the lab's id for it
 * @param title what must hold, variables filled in
 * @param status the outcome
 * @param points what was earned
 * @param maxPoints what can be earned
 * @param expected what was asked for, if it can be said in a value
 * @param actual what was found, if anything was
 * @param message one or two sentences for the learner
 * @param evidence what each layer says, in the order of the layers
 * @param remedy what it takes to meet it, where it is unmet
 */
public record RequirementResult(
        String id,
        String title,
        Status status,
        int points,
        int maxPoints,
        @Nullable String expected,
        @Nullable String actual,
        String message,
        List<Finding> evidence,
        Remedy remedy) {
    public RequirementResult {
        evidence = List.copyOf(evidence);
    }

    /** One whose file may be wrong. */
    public RequirementResult(
            String id,
            String title,
            Status status,
            int points,
            int maxPoints,
            @Nullable String expected,
            @Nullable String actual,
            String message,
            List<Finding> evidence) {
        this(id, title, status, points, maxPoints, expected, actual, message, evidence, Remedy.EDIT);
    }

    /** Whether it is unmet in the account alone: nothing in the file is to be changed for it. */
    public boolean fileIsRight() {
        return remedy == Remedy.APPLY;
    }

    /** The same with another status. */
    public RequirementResult withStatus(Status other) {
        return new RequirementResult(id, title, other, points, maxPoints, expected, actual, message, evidence, remedy);
    }
}
