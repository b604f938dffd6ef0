package dev.plumbline.authoring.mutation;

import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Body;
import dev.plumbline.terraform.source.SourceFile;
import dev.plumbline.terraform.source.SourceRange;
import dev.plumbline.terraform.source.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * The solution's code file, taken apart.
 *
 * @param file its name
 * @param text its text
 * @param arguments every argument, nested ones too, with where it stands
 * @param blocks every block, nested ones too
 */
record Code(String file, String text, List<Placed<Argument>> arguments, List<Placed<Block>> blocks) {
    Code {
        arguments = List.copyOf(arguments);
        blocks = List.copyOf(blocks);
    }

    /**
     * An item with its place among the blocks.
     *
     * @param path {@code resource.aws_kinesis_stream.x.stream_mode_details.stream_mode}
     * @param touches the attribute's name in checks; {@code region} in a provider block
     * @param depth how many blocks it stands in
     */
    record Placed<T>(T item, String path, String touches, int depth) {}

    static Code of(String file, String text) {
        SourceFile source = SourceFile.parse(SourceText.of(file, text));
        List<Placed<Argument>> arguments = new ArrayList<>();
        List<Placed<Block>> blocks = new ArrayList<>();
        collect(source.body(), "", "", 0, arguments, blocks);
        return new Code(file, text, arguments, blocks);
    }

    private static void collect(
            Body body,
            String path,
            String touches,
            int depth,
            List<Placed<Argument>> arguments,
            List<Placed<Block>> blocks) {
        for (Argument argument : body.arguments()) {
            arguments.add(new Placed<>(argument, path + argument.name(), touches + argument.name(), depth));
        }
        for (Block block : body.blocks()) {
            StringBuilder own = new StringBuilder(path).append(block.type());
            block.labels().forEach(label -> own.append('.').append(label.text()));
            String inner = depth == 0 ? "" : touches + block.type() + ".";
            String name = depth == 0 ? "" : touches + block.type();
            blocks.add(new Placed<>(block, own.toString(), name, depth));
            collect(block.body(), own + ".", inner, depth + 1, arguments, blocks);
        }
    }

    /** The resources and data sources at the top. */
    List<Placed<Block>> resources() {
        return blocks.stream()
                .filter(block -> block.depth() == 0 && block.item().type().equals("resource"))
                .toList();
    }

    /** The provider blocks. */
    List<Placed<Block>> providers() {
        return blocks.stream()
                .filter(block -> block.depth() == 0 && block.item().type().equals("provider"))
                .toList();
    }

    /** What stands in a range. */
    String at(SourceRange range) {
        return text.substring(range.startOffset(), range.endOffset());
    }

    /** The text with a range replaced. */
    String replaced(SourceRange range, String by) {
        return text.substring(0, range.startOffset()) + by + text.substring(range.endOffset());
    }

    /** The text with something put before an offset. */
    String inserted(int offset, String what) {
        return text.substring(0, offset) + what + text.substring(offset);
    }

    /** The text without the whole lines of a range. */
    String withoutLines(SourceRange range) {
        return text.substring(0, lineStart(range.startOffset())) + text.substring(lineEnd(range.endOffset()));
    }

    /** The whole lines of a range, with their line breaks. */
    String lines(SourceRange range) {
        return text.substring(lineStart(range.startOffset()), lineEnd(range.endOffset()));
    }

    /** Where the line of an offset begins. */
    int lineStart(int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    /** Where the line after an offset begins. */
    int lineEnd(int offset) {
        int at = text.indexOf('\n', offset);
        return at < 0 ? text.length() : at + 1;
    }

    /** Right after a block's opening brace. */
    static int inside(Block block) {
        SourceRange brace = block.openBrace();
        return brace == null ? block.headerRange().endOffset() : brace.endOffset();
    }
}
