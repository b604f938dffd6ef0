package dev.plumbline.grading.judge;

import dev.plumbline.grading.Finding;
import dev.plumbline.grading.Layer;
import dev.plumbline.grading.Remedy;
import dev.plumbline.grading.Status;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param expected what was asked for
 * @param actual what there is, if anything
 * @param message for the learner
 * @param remedy what it takes to meet it, where it is unmet
 */
public record Outcome(
        Status status,
        @Nullable String expected,
        @Nullable String actual,
        String message,
        List<Finding> evidence,
        Remedy remedy) {
    public Outcome {
        evidence = List.copyOf(evidence);
    }

    /** One whose file may be wrong. */
    public Outcome(
            Status status, @Nullable String expected, @Nullable String actual, String message, List<Finding> evidence) {
        this(status, expected, actual, message, evidence, Remedy.EDIT);
    }

    /** Collects what the layers say while a check makes up its mind. */
    static final class Draft {
        private final @Nullable String expected;
        private final List<Finding> evidence = new ArrayList<>();

        Draft(@Nullable String expected) {
            this.expected = expected;
        }

        Draft says(Layer layer, String words) {
            evidence.add(Finding.of(layer, words));
            return this;
        }

        Draft says(Layer layer, String words, Finding.@Nullable Place place) {
            evidence.add(new Finding(layer, words, place));
            return this;
        }

        Outcome is(Status status, @Nullable String actual, String message) {
            return new Outcome(status, expected, actual, message, evidence);
        }

        /** Unmet, and the file says the right thing: what it says has not reached AWS. */
        Outcome isNotApplied(@Nullable String actual, String message) {
            return new Outcome(Status.UNMET, expected, actual, message, evidence, Remedy.APPLY);
        }

        /** Unmet, and what the lab began with is lost: neither file nor apply can bring it back. */
        Outcome isLost(String actual, String message) {
            return new Outcome(Status.UNMET, expected, actual, message, evidence, Remedy.RESET);
        }
    }
}
