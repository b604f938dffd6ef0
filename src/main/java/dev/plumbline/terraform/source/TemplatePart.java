package dev.plumbline.terraform.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a quoted text or heredoc. */
public sealed interface TemplatePart {

    /** Where it is written. */
    SourceRange range();

    /** Literal text, escapes decoded, without the blanks that a tilde beside it strips. */
    record Text(String text, SourceRange range) implements TemplatePart {}

    /** <code>${expression}</code>. */
    record Interpolation(Expression expression, SourceRange range) implements TemplatePart {}

    /** <code>%{if …}…%{else}…%{endif}</code>. */
    record If(Expression condition, List<TemplatePart> then, List<TemplatePart> otherwise, SourceRange range)
            implements TemplatePart {
        /** Makes the parts unmodifiable. */
        public If {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** <code>%{for k, v in …}…%{endfor}</code>. */
    record Loop(
            @Nullable String keyName,
            String valueName,
            Expression collection,
            List<TemplatePart> body,
            SourceRange range)
            implements TemplatePart {
        /** Makes the parts unmodifiable. */
        public Loop {
            body = List.copyOf(body);
        }
    }
}
