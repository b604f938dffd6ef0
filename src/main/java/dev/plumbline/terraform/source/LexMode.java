package dev.plumbline.terraform.source;

/** What the lexer is inside of. */
final class LexMode {

    enum Kind {
        NORMAL,
        SEQUENCE,
        QUOTED,
        HEREDOC
    }

    final Kind kind;
    /** Where it was opened. */
    final int opened;
    /** The marker of a heredoc. */
    final String marker;
    /** Open braces inside a sequence. */
    int braces;

    LexMode(Kind kind, int opened, String marker) {
        this.kind = kind;
        this.opened = opened;
        this.marker = marker;
    }
}
