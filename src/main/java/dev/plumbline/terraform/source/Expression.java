package dev.plumbline.terraform.source;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression of the native syntax, as written. */
public sealed interface Expression {

    /** Where it is written. */
    SourceRange range();

    /** A number, {@code true}, {@code false} or {@code null}. A quoted text is a {@link Template}. */
    record Literal(@Nullable Object value, SourceRange range) implements Expression {
        /** A number's value. */
        static Literal number(BigDecimal value, SourceRange range) {
            return new Literal(value, range);
        }
    }

    /** A quoted text or a heredoc: literal parts, interpolations and control sequences. */
    record Template(List<TemplatePart> parts, boolean heredoc, SourceRange range) implements Expression {
        /** Makes the parts unmodifiable. */
        public Template {
            parts = List.copyOf(parts);
        }

        /** The text, when the template has no interpolation and no control sequence; null otherwise. */
        public @Nullable String plainText() {
            StringBuilder text = new StringBuilder();
            for (TemplatePart part : parts) {
                if (!(part instanceof TemplatePart.Text literal)) {
                    return null;
                }
                text.append(literal.text());
            }
            return text.toString();
        }
    }

    /** A name on its own: {@code var}, {@code local}, {@code aws_kinesis_stream}, {@code ON_DEMAND}. */
    record Name(String name, SourceRange range) implements Expression {}

    /** {@code target.name}. */
    record Attribute(Expression target, String name, SourceRange nameRange, SourceRange range) implements Expression {}

    /** {@code target[key]}, or the old {@code target.0}. */
    record Index(Expression target, Expression key, SourceRange range) implements Expression {}

    /**
     * {@code target[*]} or {@code target.*} with what is asked of each element: {@code each} applies to the element,
     * which is an {@link Element} in it.
     */
    record Splat(Expression target, Expression each, SourceRange range) implements Expression {}

    /** The element a splat's {@code each} stands on. */
    record Element(SourceRange range) implements Expression {}

    /** A function call; {@code expandLast} when the last argument has {@code ...} after it. */
    record Call(
            String function, SourceRange nameRange, List<Expression> arguments, boolean expandLast, SourceRange range)
            implements Expression {
        /** Makes the arguments unmodifiable. */
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code condition ? whenTrue : whenFalse}. */
    record Conditional(Expression condition, Expression whenTrue, Expression whenFalse, SourceRange range)
            implements Expression {}

    /** {@code -x} or {@code !x}. */
    record Unary(String operator, Expression operand, SourceRange range) implements Expression {}

    /** {@code left operator right}. */
    record Binary(String operator, Expression left, Expression right, SourceRange range) implements Expression {}

    /** An expression in parentheses. */
    record Parenthesised(Expression inner, SourceRange range) implements Expression {}

    /** {@code [a, b]}. */
    record Tuple(List<Expression> items, SourceRange range) implements Expression {
        /** Makes the items unmodifiable. */
        public Tuple {
            items = List.copyOf(items);
        }
    }

    /** One entry of an object; a plain {@link Name} as key stands for its own text. */
    record Entry(Expression key, Expression value) {}

    /** <code>{ a = b }</code>. */
    record ObjectCons(List<Entry> entries, SourceRange range) implements Expression {
        /** Makes the entries unmodifiable. */
        public ObjectCons {
            entries = List.copyOf(entries);
        }
    }

    /**
     * {@code [for v in c : x if y]}, or with a key <code>{for k, v in c : a => b}</code>.
     *
     * @param keyName the first of two names, or null
     * @param key what the result's key is; null in a tuple
     * @param condition what follows {@code if}, or null
     * @param grouped whether {@code ...} follows the value
     */
    record For(
            @Nullable String keyName,
            String valueName,
            Expression collection,
            @Nullable Expression key,
            Expression value,
            @Nullable Expression condition,
            boolean grouped,
            SourceRange range)
            implements Expression {}

    /** What could not be read. */
    record Unreadable(String text, SourceRange range) implements Expression {}
}
