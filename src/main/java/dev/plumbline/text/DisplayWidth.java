package dev.plumbline.text;

import org.jline.utils.WCWidth;

/** How many columns a text takes on a terminal: wide characters take two, combining ones none. */
public final class DisplayWidth {
    private DisplayWidth() {}

    /** The columns of a text. */
    public static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    private static int of(int codePoint) {
        return Math.max(0, WCWidth.wcwidth(codePoint));
    }

    /** The longest beginning that fits in so many columns. */
    static String prefix(String text, int columns) {
        int used = 0;
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            used += of(codePoint);
            if (used > columns) {
                break;
            }
            at += Character.charCount(codePoint);
        }
        return text.substring(0, at);
    }
}
