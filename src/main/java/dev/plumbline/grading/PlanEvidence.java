package dev.plumbline.grading;

import dev.plumbline.terraform.Diagnostic;
import dev.plumbline.terraform.PlanDocument;
import java.util.List;

/** What a plan run by the grader says: clean environment, refresh on, no targets. */
public sealed interface PlanEvidence {
    /**
     * The plan was made.
     *
     * @param exitCode 0 without changes, 2 with changes
     */
    record Planned(int exitCode, PlanDocument document, List<Diagnostic> warnings) implements PlanEvidence {
        public Planned {
            warnings = List.copyOf(warnings);
        }

        /** Whether Terraform would say "No changes." */
        public boolean isClean() {
            return exitCode == 0;
        }
    }

    /** Terraform refused to plan. */
    record Refused(List<Diagnostic> diagnostics) implements PlanEvidence {
        public Refused {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /** It could not be run, or was not worth running (the trouble says why). */
    record Unavailable(Trouble trouble) implements PlanEvidence {}

    /** Terraform's messages, warnings included; none where it could not be run. */
    default List<Diagnostic> messages() {
        return this instanceof Planned planned
                ? planned.warnings()
                : this instanceof Refused refused ? refused.diagnostics() : List.of();
    }
}
