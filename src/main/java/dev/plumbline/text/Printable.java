package dev.plumbline.text;

/**
 * Makes any text safe to show: a learner's file or a stream's record may hold control characters, and an escape sequence
 * in it must not steer the terminal.
 */
final class Printable {
    private static final String TAB = "    ";

    private Printable() {}

    /** The text with tabs as four spaces and every other control character as a visible substitute. */
    static String of(String text) {
        if (text.codePoints().noneMatch(Printable::controls)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\t') {
                out.append(TAB);
            } else if (c == '\r') {
                // the first half of a Windows line end
            } else if (controls(c)) {
                out.append('\uFFFD');
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static boolean controls(int codePoint) {
        int type = Character.getType(codePoint);
        boolean steersDirection =
                (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || steersDirection
                || codePoint == 0x2028
                || codePoint == 0x2029;
    }
}
