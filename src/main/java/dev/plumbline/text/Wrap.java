package dev.plumbline.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks lines at spaces so that they fit a width; a word that is too long is broken where the width ends. */
public final class Wrap {
    private static final int NARROWEST = 8;

    private final int width;
    private final int hanging;
    private final List<Line> done = new ArrayList<>();
    private Line current = Line.EMPTY;
    private boolean wordsInCurrent;

    private Wrap(int width, int hanging) {
        this.width = Math.max(NARROWEST, width);
        this.hanging = Math.min(hanging, this.width - NARROWEST);
    }

    /** Breaks a line. */
    public static List<Line> at(int width, Line line) {
        return at(width, line, 0);
    }

    /** Breaks a text without styles. */
    public static List<Line> at(int width, String text) {
        return at(width, Line.of(text), 0);
    }

    /**
     * Breaks a line, the continuation lines moved right.
     *
     * @param hanging the columns that continuation lines are moved right by
     */
    public static List<Line> at(int width, Line line, int hanging) {
        if (line.width() <= width) {
            return List.of(line);
        }
        Wrap wrap = new Wrap(width, hanging);
        line.spans().forEach(wrap::take);
        wrap.close();
        return List.copyOf(wrap.done);
    }

    private void take(Span span) {
        String text = span.text();
        int at = 0;
        while (at < text.length()) {
            boolean space = text.charAt(at) == ' ';
            int end = at;
            while (end < text.length() && (text.charAt(end) == ' ') == space) {
                end++;
            }
            String piece = text.substring(at, end);
            if (space) {
                space(piece, span.tone());
            } else {
                word(piece, span.tone());
            }
            at = end;
        }
    }

    private void space(String piece, Tone tone) {
        if (wordsInCurrent || done.isEmpty()) {
            current = current.plus(piece, tone);
        }
    }

    private void word(String piece, Tone tone) {
        if (wordsInCurrent && current.width() + DisplayWidth.of(piece) > width) {
            carryOver();
        }
        String rest = piece;
        while (current.width() + DisplayWidth.of(rest) > width) {
            String fits = DisplayWidth.prefix(rest, width - current.width());
            if (fits.isEmpty()) {
                fits = rest.substring(0, rest.offsetByCodePoints(0, 1));
            }
            current = current.plus(fits, tone);
            rest = rest.substring(fits.length());
            if (rest.isEmpty()) {
                break;
            }
            close();
        }
        current = current.plus(rest, tone);
        wordsInCurrent = true;
    }

    /** Starts a new line with what the last word already has: a word may be made of several spans. */
    private void carryOver() {
        List<Span> spans = new ArrayList<>(current.spans());
        List<Span> carried = new ArrayList<>();
        while (!spans.isEmpty() && spans.get(spans.size() - 1).text().indexOf(' ') < 0) {
            carried.add(0, spans.remove(spans.size() - 1));
        }
        boolean wholeLine = spans.isEmpty() || new Line(spans).text().isBlank();
        if (wholeLine || carried.isEmpty()) {
            close();
            return;
        }
        current = new Line(spans);
        close();
        current = current.plus(new Line(carried));
        wordsInCurrent = true;
    }

    private void close() {
        done.add(withoutTrailingSpaces(current));
        current = Line.EMPTY.indent(hanging);
        wordsInCurrent = false;
    }

    private static Line withoutTrailingSpaces(Line line) {
        List<Span> spans = new ArrayList<>(line.spans());
        while (!spans.isEmpty()) {
            Span last = spans.remove(spans.size() - 1);
            String kept = last.text().stripTrailing();
            if (!kept.isEmpty()) {
                spans.add(new Span(kept, last.tone()));
                break;
            }
        }
        return new Line(spans);
    }
}
