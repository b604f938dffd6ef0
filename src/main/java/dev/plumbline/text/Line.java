package dev.plumbline.text;

import java.util.ArrayList;
import java.util.List;

/** One line of styled text. */
public record Line(List<Span> spans) {
    /** A line without text. */
    public static final Line EMPTY = new Line(List.of());

    public Line {
        spans = List.copyOf(spans);
    }

    /** A line of running text. */
    public static Line of(String text) {
        return of(text, Tone.PLAIN);
    }

    /** A line of one meaning. */
    public static Line of(String text, Tone tone) {
        return text.isEmpty() ? EMPTY : new Line(List.of(new Span(text, tone)));
    }

    /** This line and more behind it. */
    public Line plus(String text, Tone tone) {
        return text.isEmpty() ? this : plus(Line.of(text, tone));
    }

    /** This line and more running text behind it. */
    public Line plus(String text) {
        return plus(text, Tone.PLAIN);
    }

    /** This line and another behind it. */
    public Line plus(Line more) {
        List<Span> all = new ArrayList<>(spans);
        all.addAll(more.spans);
        return new Line(all);
    }

    /** This line moved right by some columns. */
    public Line indent(int columns) {
        return columns <= 0 ? this : Line.of(" ".repeat(columns)).plus(this);
    }

    /** The columns it takes on a terminal. */
    public int width() {
        return spans.stream().mapToInt(s -> DisplayWidth.of(s.text())).sum();
    }

    /** The characters alone. */
    public String text() {
        StringBuilder out = new StringBuilder();
        spans.forEach(s -> out.append(s.text()));
        return out.toString();
    }

    /** This line filled with spaces up to a width; unchanged if it is wider. */
    public Line pad(int width) {
        int missing = width - width();
        return missing <= 0 ? this : plus(" ".repeat(missing));
    }

    /** This line filled with spaces up to a column, with one at least: what comes behind it never touches it. */
    public Line column(int at) {
        return pad(Math.max(at, width() + 1));
    }

    /** This line cut to a width, with an ellipsis where something is missing. */
    public Line clip(int width) {
        if (width() <= width) {
            return this;
        }
        if (width <= 0) {
            return EMPTY;
        }
        Line out = EMPTY;
        int room = width - 1;
        for (Span span : spans) {
            String fits = DisplayWidth.prefix(span.text(), room);
            out = out.plus(fits, span.tone());
            room -= DisplayWidth.of(fits);
            if (fits.length() < span.text().length()) {
                break;
            }
        }
        return out.plus("…", Tone.MUTED);
    }
}
