package dev.plumbline.terraform.source;

/** One token of the native syntax, by its offsets. */
record Token(TokenKind kind, int start, int end) {

    boolean is(TokenKind other) {
        return kind == other;
    }
}
