package dev.plumbline.text;

/**
 * What a piece of text means. Which colour that is depends on the {@link Palette}; every meaning is also in the words, so
 * that nothing is lost without colour.
 */
public enum Tone {
    /** Running text. */
    PLAIN("", "", ""),
    /** Titles and what the eye should find first. */
    STRONG("1", "1", "1"),
    /** Less important: places, times, borders. */
    MUTED("38;5;243", "2", "2"),
    /** Done, right, added. */
    GOOD("38;5;28", "32", "1"),
    /** Wrong, removed. */
    BAD("38;5;160", "31", "31"),
    /** Not yet. */
    WAITING("38;5;130", "33", ""),
    /** Something the learner can type. */
    COMMAND("38;5;30", "36", "1"),
    /** A heading in a text. */
    HEADING("1;38;5;133", "1;35", "1"),
    /** Keywords and block types in HCL. */
    KEYWORD("38;5;133", "35", "35"),
    /** Names of arguments in HCL. */
    NAME("38;5;30", "36", ""),
    /** Quoted texts in HCL. */
    STRING("38;5;28", "32", ""),
    /** Numbers and truth values in HCL. */
    LITERAL("38;5;130", "33", ""),
    /** Emphasis in a text. */
    EMPHASIS("3", "3", "3");

    private final String middle;
    private final String onDark;
    private final String onAny;

    Tone(String middle, String onDark, String onAny) {
        this.middle = middle;
        this.onDark = onDark;
        this.onAny = onAny;
    }

    /** The parameters of the terminal's "select graphic rendition", empty for none. */
    String sgr(Palette palette) {
        return switch (palette) {
            case MIDDLE -> middle;
            case EIGHT_ON_DARK -> onDark;
            case EIGHT -> onAny;
        };
    }
}
