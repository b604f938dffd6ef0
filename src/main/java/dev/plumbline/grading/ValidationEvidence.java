package dev.plumbline.grading;

import dev.plumbline.terraform.Diagnostic;
import java.util.List;

/** What {@code terraform validate} says of the folder. */
public sealed interface ValidationEvidence {
    /** Terraform accepts it; there may be warnings. */
    record Valid(List<Diagnostic> warnings) implements ValidationEvidence {
        public Valid {
            warnings = List.copyOf(warnings);
        }
    }

    /** Terraform refuses it. */
    record Invalid(List<Diagnostic> diagnostics) implements ValidationEvidence {
        public Invalid {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /** It could not be asked. */
    record Unavailable(Trouble trouble) implements ValidationEvidence {}

    /** Terraform's messages, none where it could not be asked. */
    default List<Diagnostic> diagnostics() {
        return List.of();
    }
}
