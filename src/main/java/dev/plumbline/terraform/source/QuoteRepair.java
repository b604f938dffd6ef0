package dev.plumbline.terraform.source;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Where the missing quote of a line belongs: of all places where a word begins or ends, the first that makes the line
 * look like a whole header, argument or list item. {@code offset} is -1 when there is none.
 */
record QuoteRepair(int offset, boolean opening, boolean smart, SourceRange word) {

    private static final SourceRange NOWHERE = new SourceRange("", 1, 1, 1, 1, 0, 0);

    static final QuoteRepair NONE = new QuoteRepair(-1, false, false, NOWHERE);

    private static final int LONGEST_LINE = 400;
    private static final String TEXT = "\"[^\"]*[^\"\\s{=]\"";
    private static final String REST = "\\s*(?:(?:#|//).*)?";
    private static final List<Pattern> WHOLE_LINES = List.of(
            Pattern.compile("\\s*[A-Za-z_]+(?:\\s+\"[\\w.-]+\")+\\s*\\{" + REST),
            Pattern.compile("\\s*[\\w.-]+\\s*=\\s*\"[\\w.:/-]+\"" + REST),
            Pattern.compile("\\s*(?:[\\w.-]+|\"[\\w.-]+\")\\s*[=:]\\s*" + TEXT + ",?" + REST),
            Pattern.compile(
                    "\\s*[\\w]+(?:\\s+\"[\\w-]+\")*(?:\\s*=)?\\s*\\{\\s*[\\w-]+\\s*=\\s*" + TEXT + "\\s*\\}" + REST),
            Pattern.compile(
                    "\\s*[\\w-]+\\s*=\\s*[\\[({]\\s*(?:" + TEXT + "\\s*,\\s*)*" + TEXT + "\\s*,?\\s*[\\])}]" + REST),
            Pattern.compile("\\s*" + TEXT + "\\s*,?\\s*[\\])]*,?" + REST));

    /** The repair of a line in which a quote is missing. */
    static QuoteRepair of(SourceText source, int line) {
        String text = source.line(line);
        if (text.length() > LONGEST_LINE) {
            return NONE;
        }
        int start = source.lineStart(line);
        int smart = lastSmartQuote(text);
        if (smart >= 0) {
            String mended = text.substring(0, smart) + '"' + text.substring(smart + 1);
            if (looksWhole(mended)) {
                return new QuoteRepair(start + smart, false, true, source.range(start + smart, start + smart + 1));
            }
        }
        for (Pattern whole : WHOLE_LINES) {
            for (int i = 0; i <= text.length(); i++) {
                if (isEdge(text, i)
                        && whole.matcher(text.substring(0, i) + '"' + text.substring(i))
                                .matches()) {
                    boolean opening = i < text.length() && isWord(text.charAt(i));
                    return new QuoteRepair(start + i, opening, false, wordAt(source, start, text, i, opening));
                }
            }
        }
        return NONE;
    }

    private static SourceRange wordAt(SourceText source, int start, String text, int at, boolean opening) {
        int from = at;
        int to = at;
        if (opening) {
            while (to < text.length() && text.charAt(to) != '"' && text.charAt(to) != ' ') {
                to++;
            }
        } else {
            from = Math.max(0, text.lastIndexOf('"', Math.max(0, at - 1)));
        }
        return source.range(start + from, start + to);
    }

    private static int lastSmartQuote(String text) {
        for (int i = text.length() - 1; i >= 0; i--) {
            if (Characters.isSmartDouble(text.charAt(i)) || Characters.isSmartSingle(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean looksWhole(String line) {
        return WHOLE_LINES.stream().anyMatch(whole -> whole.matcher(line).matches());
    }

    private static boolean isEdge(String text, int i) {
        boolean before = i > 0 && isWord(text.charAt(i - 1));
        boolean after = i < text.length() && isWord(text.charAt(i));
        return before != after;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || "_-.:/}$".indexOf(c) >= 0;
    }

    /** Where a text in foreign quotes ends, or -1: at the next quote of its kind, else at a straight one. */
    static int closingQuote(String text, int open, int lineEnd) {
        char opener = text.charAt(open);
        int straight = -1;
        for (int i = open + 1; i < lineEnd; i++) {
            char c = text.charAt(i);
            boolean sameKind = Characters.isSmartDouble(opener)
                    ? Characters.isSmartDouble(c)
                    : c == '\'' || Characters.isSmartSingle(c);
            if (sameKind) {
                return i;
            }
            if (c == '"' && straight < 0) {
                straight = i;
            }
        }
        return straight;
    }

    TroubleKind kind(TroubleKind otherwise) {
        if (smart) {
            return TroubleKind.SMART_QUOTES;
        }
        return opening ? TroubleKind.UNOPENED_QUOTE : otherwise;
    }

    SyntaxTrouble trouble(SourceText source) {
        SourceRange place = source.range(offset, smart ? offset + 1 : offset);
        return SyntaxTrouble.of(
                kind(TroubleKind.UNCLOSED_QUOTE), word, source.slice(word), new SourceEdit(place, "\""));
    }
}
