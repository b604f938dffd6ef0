package dev.plumbline.terraform.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block: {@code type "label" { … }}.
 *
 * @param headerRange from the type to the last label
 * @param openBrace null where it is missing
 * @param closeBrace null where it is missing
 */
public record Block(
        String type,
        SourceRange typeRange,
        List<Label> labels,
        SourceRange headerRange,
        @Nullable SourceRange openBrace,
        @Nullable SourceRange closeBrace,
        Body body,
        SourceRange range)
        implements BodyItem {

    /** Makes the labels unmodifiable. */
    public Block {
        labels = List.copyOf(labels);
    }

    /** The text of a label, counted from 0; empty where there is none. */
    public String label(int index) {
        return index < labels.size() ? labels.get(index).text() : "";
    }
}
