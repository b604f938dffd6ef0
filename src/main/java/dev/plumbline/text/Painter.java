package dev.plumbline.text;

import java.util.List;

/** Turns styled lines into the characters for one kind of place. */
public final class Painter {
    private static final String ESCAPE = "\u001b[";
    private final Look look;

    public Painter(Look look) {
        this.look = look;
    }

    /** One line, without a line end. */
    public String paint(Line line) {
        StringBuilder out = new StringBuilder();
        for (Span span : line.spans()) {
            String text = look.unicode() ? span.text() : Ascii.of(span.text());
            String sgr = span.tone().sgr(look.palette());
            if (look.colour() && !sgr.isEmpty() && !text.isBlank()) {
                out.append(ESCAPE)
                        .append(sgr)
                        .append('m')
                        .append(text)
                        .append(ESCAPE)
                        .append("0m");
            } else {
                out.append(text);
            }
        }
        return out.toString();
    }

    /** Several lines, each with a line end. */
    public String paint(List<Line> lines) {
        StringBuilder out = new StringBuilder();
        lines.forEach(line -> out.append(paint(line).stripTrailing()).append('\n'));
        return out.toString();
    }
}
