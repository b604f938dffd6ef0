package dev.plumbline.terraform.source;

import java.util.List;

/** A reference written in full, such as {@code tags} or {@code aws_kinesis_stream.a}, and where. */
public record NamedPlace(String name, SourceRange range) {

    /** The names in a list, or the single one that stands in its place. */
    static List<NamedPlace> listIn(Expression expression) {
        if (expression instanceof Expression.Tuple tuple) {
            return tuple.items().stream()
                    .map(item -> new NamedPlace(Traversals.text(item), item.range()))
                    .toList();
        }
        return List.of(new NamedPlace(Traversals.text(expression), expression.range()));
    }
}
