package dev.plumbline.engine.schema;

/** Configuration as text. */
final class HclText {
    private HclText() {}

    /**
     * The text without its comments. Good enough to look for words in: a string is taken to end with its line, which
     * limits what a half-typed one or a heredoc can hide to that line.
     */
    static String withoutComments(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        boolean string = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                string = false;
            } else if (string && c == '\\') {
                kept.append(c);
                i++;
            } else if (c == '"') {
                string = !string;
            } else if (!string && startsLineComment(text, i)) {
                i = endOf(text, "\n", i) - 1;
                continue;
            } else if (!string && text.startsWith("/*", i)) {
                i = endOf(text, "*/", i + 2) + 1;
                kept.append(' ');
                continue;
            }
            if (i < text.length()) {
                kept.append(text.charAt(i));
            }
        }
        return kept.toString();
    }

    private static boolean startsLineComment(String text, int at) {
        return text.charAt(at) == '#' || text.startsWith("//", at);
    }

    private static int endOf(String text, String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? text.length() : found;
    }
}
