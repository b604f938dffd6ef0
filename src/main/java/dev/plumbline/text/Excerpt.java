package dev.plumbline.text;

import java.util.ArrayList;
import java.util.List;

/** Some lines of a learner's file with their numbers, and a caret below the place that is meant. */
public final class Excerpt {
    private static final int LONGEST_LINE = 400;

    private Excerpt() {}

    /**
     * The lines around a place; empty if the file has no such line.
     *
     * @param source the file's text
     * @param line from 1
     * @param column from 1, in Unicode code points; beyond the line's end is allowed
     * @param around how many lines to show before it
     * @param width columns to fit into
     */
    public static List<Line> around(String source, int line, int column, int around, int width) {
        List<String> all = source.lines().toList();
        if (line < 1 || line > all.size()) {
            return List.of();
        }
        int from = Math.max(1, line - around);
        int digits = Integer.toString(line).length();
        List<Line> out = new ArrayList<>();
        for (int n = from; n <= line; n++) {
            String code = shortened(all.get(n - 1));
            Line number = Line.of(" ".repeat(digits - Integer.toString(n).length()) + n + " │ ", Tone.MUTED);
            Line marked = n == line ? Line.of("› ", Tone.BAD) : Line.of("  ");
            out.add(marked.plus(number).plus(Hcl.highlight(code)).clip(width));
        }
        out.add(caret(shortened(all.get(line - 1)), column, digits).clip(width));
        return out;
    }

    private static Line caret(String code, int column, int digits) {
        int points = code.codePointCount(0, code.length());
        int before = Math.max(0, Math.min(column - 1, points));
        int start = code.offsetByCodePoints(0, before);
        int indent = DisplayWidth.of(Printable.of(code.substring(0, start)));
        int length = Math.max(1, DisplayWidth.of(Printable.of(word(code, start))));
        return Line.of("  " + " ".repeat(digits) + " │ ", Tone.MUTED)
                .plus(" ".repeat(indent))
                .plus("^".repeat(length), Tone.BAD);
    }

    /** The word that begins there, or the text in quotes. */
    private static String word(String code, int start) {
        if (start < code.length() && code.charAt(start) == '"') {
            return quoted(code, start);
        }
        int end = start;
        while (end < code.length() && isWord(code.charAt(end))) {
            end++;
        }
        return code.substring(start, end);
    }

    /** With both quotes, which ${ } may hold as well; the opening quote alone where there is no closing one. */
    private static String quoted(String code, int start) {
        int depth = 0;
        for (int i = start + 1; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{' && code.charAt(i - 1) == '$') {
                depth++;
            } else if (c == '}' && depth > 0) {
                depth--;
            } else if (c == '"' && depth == 0) {
                return code.substring(start, i + 1);
            }
        }
        return code.substring(start, start + 1);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }

    private static String shortened(String code) {
        return code.length() <= LONGEST_LINE ? code : code.substring(0, LONGEST_LINE);
    }
}
