package dev.plumbline.terminal.markdown;

import dev.plumbline.text.Line;
import dev.plumbline.text.Look;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** Renders Markdown for reading on a terminal. */
public final class Markdown {
    /** Longer lines are tiring to read, however wide the window is. */
    public static final int WIDEST = 80;

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private Markdown() {}

    /** The whole text, fitted to the look's width or {@link #WIDEST}, whichever is less. */
    public static List<Line> render(String text, Look look) {
        BlockView view = new BlockView(look);
        view.children(PARSER.parse(text), Math.min(look.width(), WIDEST));
        return view.lines();
    }

    /** The text up to its second heading: enough to begin with. */
    public static String opening(String text) {
        Node document = PARSER.parse(text);
        List<String> kept = new ArrayList<>();
        int headings = 0;
        boolean fenced = false;
        for (String line : text.split("\n", -1)) {
            fenced ^= line.startsWith("```");
            if (!fenced && line.startsWith("#")) {
                headings++;
            }
            if (headings > 1) {
                break;
            }
            kept.add(line);
        }
        return document.getFirstChild() instanceof Heading
                ? String.join("\n", kept).strip() + "\n"
                : text;
    }
}
