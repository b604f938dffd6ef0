package dev.plumbline.grading.judge;

import dev.plumbline.grading.Layer;
import dev.plumbline.grading.Status;
import java.util.Optional;

/** What every check about the subject has to ask first: is there any code that asks for it? */
final class CodeGate {
    private CodeGate() {}

    /** The outcome where the code itself ends the matter; empty where it declares an instance. */
    static Optional<Outcome> closed(SubjectView view, Outcome.Draft draft) {
        String file = view.evidence().lab().rules().codeFile();
        if (view.code() instanceof Code.Nothing) {
            if (view.recorded().isPresent()) {
                draft.says(Layer.SOURCE, file + " holds no code.")
                        .says(
                                Layer.STATE,
                                "The state still lists " + view.recorded().get().address() + ".");
                return Optional.of(draft.is(
                        Status.BLOCKED,
                        null,
                        "Waits for your code: " + file + " asks for nothing now, and your state still lists the "
                                + view.noun() + "."));
            }
            return Optional.of(draft.says(Layer.SOURCE, "There is no code yet.")
                    .is(Status.PENDING, null, "Nothing is written yet."));
        }
        if (view.code() instanceof Code.Broken broken) {
            return Optional.of(draft.says(Layer.SOURCE, broken.why(), broken.place())
                    .is(Status.BLOCKED, null, "Waits for the file: Terraform cannot read it yet."));
        }
        if (view.code() instanceof Code.Elsewhere elsewhere) {
            if (elsewhere.instead().isEmpty()) {
                return Optional.of(draft.says(Layer.SOURCE, "No " + view.type() + " is declared.")
                        .is(
                                Status.PENDING,
                                null,
                                "Waits for the " + view.noun() + ": no resource \"" + view.type()
                                        + "\" is declared yet."));
            }
            return Optional.of(draft.says(Layer.SOURCE, elsewhere.instead(), elsewhere.place())
                    .is(Status.UNMET, null, elsewhere.instead()));
        }
        return Optional.empty();
    }
}
