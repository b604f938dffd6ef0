package dev.plumbline.terraform.source;

import java.util.List;
import java.util.Random;

/** Writes a right file: blocks, labels, arguments, nested blocks, comments, in any layout the language allows. */
final class FileWriter {
    private final Ink ink;
    private final ExpressionWriter expressions;

    private FileWriter(Random random) {
        this.ink = new Ink(random);
        this.expressions = new ExpressionWriter(ink);
    }

    /** A file's text with the pieces it is made of. */
    record Written(String text, List<Ink.Piece> pieces, List<Ink.Piece> comments) {}

    static Written file(long seed) {
        FileWriter writer = new FileWriter(new Random(seed));
        writer.blocks();
        return new Written(
                writer.ink.text(),
                writer.ink.pieces.stream().sorted().toList(),
                writer.ink.comments.stream().sorted().toList());
    }

    private void blocks() {
        for (int more = 1 + ink.random.nextInt(4); more > 0; more--) {
            between();
            switch (ink.random.nextInt(5)) {
                case 0 -> block("locals");
                case 1 -> block("variable", label());
                case 2 -> block("provider", "\"aws\"");
                case 3 -> block("data", "\"aws_region\"", label());
                default -> block("resource", "\"aws_kinesis_stream\"", label());
            }
            if (more > 1 || ink.oneIn(2)) {
                endLine();
            }
        }
    }

    private String label() {
        String name = ink.freshName();
        return ink.oneIn(3) ? name : "\"" + name + "\"";
    }

    /** Blank lines and comments. */
    private void between() {
        while (ink.oneIn(3)) {
            if (ink.oneIn(2)) {
                ink.lineComment();
            }
            ink.lineBreak();
        }
        ink.write(ink.any("", "  ", "\t"));
    }

    private void endLine() {
        if (ink.oneIn(4)) {
            ink.gap();
        }
        if (ink.oneIn(8)) {
            ink.lineComment();
        }
        ink.lineBreak();
    }

    private void block(String type, String... labels) {
        int start = ink.at();
        ink.write(type);
        for (String label : labels) {
            ink.gap().write(label);
        }
        ink.gap().write("{");
        if (ink.oneIn(5)) {
            ink.write(ink.any("", " "));
            if (ink.oneIn(2)) {
                argument(false);
                ink.gap();
            }
        } else {
            endLine();
            for (int more = ink.random.nextInt(5); more > 0; more--) {
                between();
                if (labels.length > 0 && start < 2000 && ink.oneIn(4)) {
                    block(ink.freshName(), ink.oneIn(2) ? new String[0] : new String[] {label()});
                } else {
                    argument(true);
                }
                endLine();
            }
            between();
        }
        ink.write("}");
        ink.piece("Block " + type, start);
    }

    private void argument(boolean wholeLine) {
        int start = ink.at();
        String name = ink.freshName();
        ink.write(name).write(ink.any("", " ", "\t ")).write("=").write(ink.any("", " ", "  "));
        if (!wholeLine) {
            expressions.operand();
        } else {
            int valueStart = ink.at();
            expressions.value();
            if (ink.text().startsWith("<<", valueStart)) {
                ink.piece("Argument " + name, start);
                ink.lineBreak();
                return;
            }
        }
        ink.piece("Argument " + name, start);
    }
}
