package dev.plumbline.authoring.mutation;

import java.util.List;

/**
 * A mutant as it came out.
 *
 * @param accepted whether the lab accepted it
 * @param by the requirements that kept it from passing: the unmet ones, or else those that are not met
 * @param trouble why it could not be judged; empty where it was
 */
record Tried(Mutant mutant, boolean accepted, List<String> by, String trouble) {
    Tried {
        by = List.copyOf(by);
    }

    /** Whether it came out as it should. */
    boolean asItShould() {
        return trouble.isEmpty() && accepted == mutant.mustPass();
    }
}
