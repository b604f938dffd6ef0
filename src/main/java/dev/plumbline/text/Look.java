package dev.plumbline.text;

import java.util.Locale;
import java.util.Map;

/**
 * What the place that shows a text is able to show.
 *
 * @param colour whether escape sequences for colour and weight are welcome
 * @param unicode whether characters beyond ASCII are
 * @param width columns
 * @param palette which colours, where they are
 */
public record Look(boolean colour, boolean unicode, int width, Palette palette) {
    /** The width that everything is written for. */
    public static final int NORMAL_WIDTH = 80;

    /** Text alone in UTF-8, for files and logs. */
    public static final Look PLAIN = new Look(false, true, NORMAL_WIDTH);

    public Look {
        width = Math.max(20, width);
    }

    /** With the usual eight colours on a dark background. */
    public Look(boolean colour, boolean unicode, int width) {
        this(colour, unicode, width, Palette.EIGHT_ON_DARK);
    }

    /**
     * What the environment asks for: no colour with NO_COLOR (see no-color.org), on a terminal that has none or where there
     * is no terminal; ASCII where the locale is not UTF-8.
     */
    public static Look of(Map<String, String> environment, boolean terminal, int width) {
        boolean colour = terminal
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && Palette.isColoured(environment.getOrDefault("TERM", ""));
        return new Look(colour, unicode(environment), width, Palette.of(environment));
    }

    private static boolean unicode(Map<String, String> environment) {
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                String lower = value.toLowerCase(Locale.ROOT);
                return lower.contains("utf-8") || lower.contains("utf8");
            }
        }
        return false;
    }

    /** The same place with another width. */
    public Look width(int columns) {
        return new Look(colour, unicode, columns, palette);
    }
}
