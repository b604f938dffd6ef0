package dev.plumbline.text;

/**
 * What a piece of text means. Painted with the terminal's own sixteen colours and never with black or white, so that it
 * reads on light and dark backgrounds; every meaning is also in the words, so that nothing is lost without colour.
 */
public enum Tone {
    /** Running text. */
    PLAIN(""),
    /** Titles and what the eye should find first. */
    STRONG("1"),
    /** Less important: places, times, borders. */
    MUTED("2"),
    /** Done, right, added. */
    GOOD("32"),
    /** Wrong, removed. */
    BAD("31"),
    /** Not yet. */
    WAITING("33"),
    /** Something the learner can type. */
    COMMAND("36"),
    /** A heading in a text. */
    HEADING("1;35"),
    /** Keywords and block types in HCL. */
    KEYWORD("35"),
    /** Names of arguments in HCL. */
    NAME("36"),
    /** Quoted texts in HCL. */
    STRING("32"),
    /** Numbers and truth values in HCL. */
    LITERAL("33"),
    /** Emphasis in a text. */
    EMPHASIS("3");

    private final String sgr;

    Tone(String sgr) {
        this.sgr = sgr;
    }

    /** The parameters of the terminal's "select graphic rendition", empty for none. */
    String sgr() {
        return sgr;
    }
}
