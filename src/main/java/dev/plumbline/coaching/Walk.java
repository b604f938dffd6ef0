package dev.plumbline.coaching;

import dev.plumbline.terraform.source.Expression;
import dev.plumbline.terraform.source.TemplatePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Goes through an expression and what it is made of. */
final class Walk {
    private Walk() {}

    /** The first part that satisfies the condition, outermost first. */
    static Optional<Expression> find(Expression from, Predicate<Expression> condition) {
        if (condition.test(from)) {
            return Optional.of(from);
        }
        for (Expression part : parts(from)) {
            Optional<Expression> found = find(part, condition);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static List<Expression> parts(Expression from) {
        List<Expression> parts = new ArrayList<>();
        if (from instanceof Expression.Call call) {
            parts.addAll(call.arguments());
        } else if (from instanceof Expression.ObjectCons object) {
            object.entries().forEach(e -> {
                parts.add(e.key());
                parts.add(e.value());
            });
        } else if (from instanceof Expression.Tuple tuple) {
            parts.addAll(tuple.items());
        } else if (from instanceof Expression.Template template) {
            template.parts().forEach(part -> {
                if (part instanceof TemplatePart.Interpolation inner) {
                    parts.add(inner.expression());
                }
            });
        } else if (from instanceof Expression.Binary binary) {
            parts.add(binary.left());
            parts.add(binary.right());
        } else if (from instanceof Expression.Unary unary) {
            parts.add(unary.operand());
        } else if (from instanceof Expression.Conditional conditional) {
            parts.add(conditional.condition());
            parts.add(conditional.whenTrue());
            parts.add(conditional.whenFalse());
        } else if (from instanceof Expression.Parenthesised inner) {
            parts.add(inner.inner());
        } else if (from instanceof Expression.Index index) {
            parts.add(index.target());
            parts.add(index.key());
        } else if (from instanceof Expression.Attribute attribute) {
            parts.add(attribute.target());
        }
        return parts;
    }
}
