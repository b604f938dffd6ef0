package dev.plumbline.text;

import java.util.Locale;
import java.util.Map;

/**
 * The colours that a terminal shows, chosen so that everything reads on light and on dark backgrounds without asking the
 * terminal which it has: an answer can be late, missing, or typed into the prompt.
 */
public enum Palette {
    /**
     * Of 256 colours those in the middle between black and white: each has a contrast of about 4 to 1 or more to both (WCAG
     * 2.2, relative luminance). They are the same in every theme.
     */
    MIDDLE,
    /** The usual eight, on a background that is known to be dark. */
    EIGHT_ON_DARK,
    /** Of the usual eight those that read on both: no green, yellow or cyan, which vanish on white. */
    EIGHT;

    /** What the environment tells of the terminal: {@code TERM}, and {@code COLORFGBG} where the terminal sets it. */
    static Palette of(Map<String, String> environment) {
        String term = environment.getOrDefault("TERM", "").toLowerCase(Locale.ROOT);
        if (term.contains("256color") || term.contains("direct")) {
            return MIDDLE;
        }
        String colours = environment.getOrDefault("COLORFGBG", "");
        String background = colours.substring(colours.lastIndexOf(';') + 1);
        return term.startsWith("linux") || background.matches("[0-6]|8") ? EIGHT_ON_DARK : EIGHT;
    }

    /** Whether a terminal of that name has colours at all: the VT series had none, and {@code dumb} can do nothing. */
    static boolean isColoured(String term) {
        return !term.isEmpty() && !term.equals("dumb") && !term.startsWith("vt") && !term.endsWith("-mono");
    }
}
