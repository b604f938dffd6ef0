package dev.plumbline.terraform.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Goes through an expression and everything that it is made of. */
public final class Walk {
    private Walk() {}

    /** The first part that satisfies the condition, outermost first. */
    public static Optional<Expression> find(Expression from, Predicate<Expression> condition) {
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

    /** Shows every part, outermost first. */
    public static void each(Expression from, Consumer<Expression> visitor) {
        visitor.accept(from);
        parts(from).forEach(part -> each(part, visitor));
    }

    /** Shows every part of every expression of a body, nested blocks included. */
    public static void each(Body body, Consumer<Expression> visitor) {
        for (BodyItem item : body.items()) {
            if (item instanceof Argument argument) {
                each(argument.value(), visitor);
            } else if (item instanceof Block block) {
                each(block.body(), visitor);
            }
        }
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
            inTemplate(template.parts(), parts);
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
        } else if (from instanceof Expression.Splat splat) {
            parts.add(splat.target());
            parts.add(splat.each());
        } else if (from instanceof Expression.For loop) {
            inLoop(loop, parts);
        }
        return parts;
    }

    private static void inLoop(Expression.For loop, List<Expression> parts) {
        parts.add(loop.collection());
        if (loop.key() != null) {
            parts.add(loop.key());
        }
        parts.add(loop.value());
        if (loop.condition() != null) {
            parts.add(loop.condition());
        }
    }

    private static void inTemplate(List<TemplatePart> template, List<Expression> parts) {
        for (TemplatePart part : template) {
            if (part instanceof TemplatePart.Interpolation inner) {
                parts.add(inner.expression());
            } else if (part instanceof TemplatePart.If choice) {
                parts.add(choice.condition());
                inTemplate(choice.then(), parts);
                inTemplate(choice.otherwise(), parts);
            } else if (part instanceof TemplatePart.Loop loop) {
                parts.add(loop.collection());
                inTemplate(loop.body(), parts);
            }
        }
    }
}
