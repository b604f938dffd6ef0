package dev.plumbline.terminal.markdown;

import dev.plumbline.text.Hcl;
import dev.plumbline.text.Line;
import dev.plumbline.text.Look;
import dev.plumbline.text.Tone;
import dev.plumbline.text.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/** Blocks of a text, one below the other with an empty line between. */
final class BlockView {
    private static final int CODE_INDENT = 4;
    private final Look look;
    private final List<Line> lines = new ArrayList<>();

    BlockView(Look look) {
        this.look = look;
    }

    List<Line> lines() {
        return lines;
    }

    void children(Node parent, int width) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (!lines.isEmpty() && !isTight(parent)) {
                lines.add(Line.EMPTY);
            }
            block(node, width);
        }
    }

    private static boolean isTight(Node parent) {
        Node list = parent.getParent();
        return list instanceof ListBlock block && block.isTight();
    }

    private void block(Node node, int width) {
        if (node instanceof Heading heading) {
            heading(heading, width);
        } else if (node instanceof Paragraph) {
            InlineView.of(node, Tone.PLAIN, look.colour()).forEach(line -> lines.addAll(Wrap.at(width, line)));
        } else if (node instanceof FencedCodeBlock code) {
            code(code.getLiteral(), code.getInfo() == null ? "" : code.getInfo(), width);
        } else if (node instanceof IndentedCodeBlock code) {
            code(code.getLiteral(), "", width);
        } else if (node instanceof ListBlock list) {
            list(list, width);
        } else if (node instanceof BlockQuote) {
            nested(node, width, Line.of("│ ", Tone.MUTED), Line.of("│ ", Tone.MUTED));
        } else if (node instanceof ThematicBreak) {
            lines.add(Line.of("─".repeat(width), Tone.MUTED));
        } else if (node instanceof TableBlock table) {
            lines.addAll(TableView.of(table, width, look.colour()));
        } else if (node instanceof HtmlBlock) {
            return; // comments to authors
        } else {
            children(node, width);
        }
    }

    private void heading(Heading heading, int width) {
        Tone tone = heading.getLevel() <= 2 ? Tone.HEADING : Tone.STRONG;
        List<Line> words = new ArrayList<>();
        InlineView.of(heading, tone, look.colour()).forEach(line -> words.addAll(Wrap.at(width, line)));
        lines.addAll(words);
        if (heading.getLevel() == 1) {
            int longest = words.stream().mapToInt(Line::width).max().orElse(0);
            lines.add(Line.of("─".repeat(longest), Tone.MUTED));
        }
    }

    private void code(String literal, String info, int width) {
        String language = info.strip().toLowerCase(Locale.ROOT);
        List<Line> code = new ArrayList<>();
        for (String text : literal.stripTrailing().split("\n", -1)) {
            code.add(
                    switch (language) {
                        case "hcl", "tf", "terraform" -> Hcl.highlight(text);
                        case "sh", "shell", "bash", "console" -> shell(text);
                        default -> Line.of(text);
                    });
        }
        int longest = code.stream().mapToInt(Line::width).max().orElse(0);
        int indent = Math.max(0, Math.min(CODE_INDENT, width - longest));
        code.forEach(line -> Wrap.at(width - indent, line).forEach(part -> lines.add(part.indent(indent))));
    }

    private static Line shell(String text) {
        int comment = text.indexOf('#');
        return comment < 0
                ? Line.of(text, Tone.COMMAND)
                : Line.of(text.substring(0, comment), Tone.COMMAND).plus(text.substring(comment), Tone.MUTED);
    }

    private void list(ListBlock list, int width) {
        int number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                ? ordered.getMarkerStartNumber()
                : 1;
        boolean first = true;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (!first && !list.isTight()) {
                lines.add(Line.EMPTY);
            }
            first = false;
            String mark = list instanceof BulletList ? "· " : number++ + ". ";
            nested(item, width, Line.of("  " + mark, Tone.MUTED), Line.of(" ".repeat(mark.length() + 2)));
        }
    }

    private void nested(Node node, int width, Line firstPrefix, Line otherPrefix) {
        BlockView inner = new BlockView(look);
        inner.children(node, width - firstPrefix.width());
        boolean first = true;
        for (Line line : inner.lines) {
            boolean blank = line.spans().isEmpty() && otherPrefix.text().isBlank();
            lines.add(first ? firstPrefix.plus(line) : blank ? Line.EMPTY : otherPrefix.plus(line));
            first = false;
        }
    }
}
