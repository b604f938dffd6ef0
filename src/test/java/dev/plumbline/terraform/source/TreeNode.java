package dev.plumbline.terraform.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A file as it was read, as one kind of node: what has a range, and what lies inside it. */
record TreeNode(String kind, SourceRange range, List<TreeNode> children) {

    static TreeNode of(SourceFile file) {
        return body(file.body());
    }

    /** Each node, outer before inner. */
    void walk(Consumer<TreeNode> visitor) {
        visitor.accept(this);
        children.forEach(child -> child.walk(visitor));
    }

    private static TreeNode body(Body body) {
        return new TreeNode(
                "Body", body.range(), body.items().stream().map(TreeNode::item).toList());
    }

    private static TreeNode item(BodyItem item) {
        if (item instanceof Argument argument) {
            return new TreeNode(
                    "Argument " + argument.name(),
                    argument.range(),
                    List.of(leaf("ArgumentName", argument.nameRange()), expression(argument.value())));
        }
        Block block = (Block) item;
        List<TreeNode> labels = block.labels().stream()
                .map(label -> leaf("Label", label.range()))
                .toList();
        List<TreeNode> all = new ArrayList<>();
        all.add(leaf("Type", block.typeRange()));
        all.addAll(labels);
        all.add(body(block.body()));
        return new TreeNode("Block " + block.type(), block.range(), all);
    }

    private static TreeNode leaf(String kind, SourceRange range) {
        return new TreeNode(kind, range, List.of());
    }

    private static TreeNode expression(Expression e) {
        String kind = e.getClass().getSimpleName();
        List<TreeNode> inside = new ArrayList<>();
        if (e instanceof Expression.Template template) {
            inside.addAll(parts(template.parts()));
        } else if (e instanceof Expression.Attribute attribute) {
            inside.add(expression(attribute.target()));
            inside.add(leaf("AttributeName", attribute.nameRange()));
        } else if (e instanceof Expression.Index index) {
            inside.addAll(all(index.target(), index.key()));
        } else if (e instanceof Expression.Splat splat) {
            // What is asked of each element is not written in one piece; it has no range of its own to check.
            inside.addAll(all(splat.target()));
        } else if (e instanceof Expression.Call call) {
            inside.add(leaf("FunctionName", call.nameRange()));
            call.arguments().forEach(argument -> inside.add(expression(argument)));
        } else if (e instanceof Expression.Conditional conditional) {
            inside.addAll(all(conditional.condition(), conditional.whenTrue(), conditional.whenFalse()));
        } else if (e instanceof Expression.Unary unary) {
            inside.addAll(all(unary.operand()));
        } else if (e instanceof Expression.Binary binary) {
            inside.addAll(all(binary.left(), binary.right()));
        } else if (e instanceof Expression.Parenthesised parenthesised) {
            inside.addAll(all(parenthesised.inner()));
        } else if (e instanceof Expression.Tuple tuple) {
            tuple.items().forEach(item -> inside.add(expression(item)));
        } else if (e instanceof Expression.ObjectCons object) {
            object.entries().forEach(entry -> inside.addAll(all(entry.key(), entry.value())));
        } else if (e instanceof Expression.For loop) {
            inside.addAll(all(loop.collection(), loop.key(), loop.value(), loop.condition()));
        }
        return new TreeNode(kind, e.range(), inside);
    }

    private static List<TreeNode> all(@Nullable Expression... expressions) {
        List<TreeNode> nodes = new ArrayList<>();
        for (Expression expression : Arrays.asList(expressions)) {
            if (expression != null) {
                nodes.add(expression(expression));
            }
        }
        return nodes;
    }

    private static List<TreeNode> parts(List<TemplatePart> parts) {
        return parts.stream().map(TreeNode::part).toList();
    }

    private static TreeNode part(TemplatePart part) {
        List<TreeNode> inside = new ArrayList<>();
        if (part instanceof TemplatePart.Interpolation interpolation) {
            inside.add(expression(interpolation.expression()));
        } else if (part instanceof TemplatePart.If choice) {
            inside.add(expression(choice.condition()));
            inside.addAll(parts(choice.then()));
            inside.addAll(parts(choice.otherwise()));
        } else if (part instanceof TemplatePart.Loop loop) {
            inside.add(expression(loop.collection()));
            inside.addAll(parts(loop.body()));
        }
        return new TreeNode(part.getClass().getSimpleName(), part.range(), inside);
    }
}
