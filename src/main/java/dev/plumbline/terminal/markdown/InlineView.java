package dev.plumbline.terminal.markdown;

import dev.plumbline.text.Line;
import dev.plumbline.text.Tone;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** The words of a paragraph, a heading or a cell with their tones; one line for each hard break. */
final class InlineView {
    private final boolean colour;
    private final List<Line> lines = new ArrayList<>();
    private Line current = Line.EMPTY;

    private InlineView(boolean colour) {
        this.colour = colour;
    }

    /**
     * The inline content below a block.
     *
     * @param colour without it, code is set between backticks, since nothing else would tell it apart
     */
    static List<Line> of(Node block, Tone tone, boolean colour) {
        InlineView view = new InlineView(colour);
        view.children(block, tone);
        view.lines.add(view.current);
        return view.lines;
    }

    private void children(Node parent, Tone tone) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            one(node, tone);
        }
    }

    private void one(Node node, Tone tone) {
        if (node instanceof Text text) {
            current = current.plus(text.getLiteral(), tone);
        } else if (node instanceof SoftLineBreak) {
            current = current.plus(" ", tone);
        } else if (node instanceof HardLineBreak) {
            lines.add(current);
            current = Line.EMPTY;
        } else if (node instanceof Code code) {
            String literal = code.getLiteral();
            current = colour ? current.plus(literal, Tone.COMMAND) : current.plus('`' + literal + '`');
        } else if (node instanceof StrongEmphasis) {
            children(node, Tone.STRONG);
        } else if (node instanceof Emphasis) {
            children(node, Tone.EMPHASIS);
        } else if (node instanceof Link link) {
            link(link, tone);
        } else if (node instanceof HtmlInline html) {
            current = current.plus(html.getLiteral(), tone);
        } else {
            children(node, tone);
        }
    }

    private void link(Link link, Tone tone) {
        String before = current.text();
        children(link, tone);
        String words = current.text().substring(before.length());
        if (!words.equals(link.getDestination())) {
            current = current.plus(" (" + link.getDestination() + ")", Tone.MUTED);
        }
    }
}
