package dev.plumbline.terraform.source;

import org.jspecify.annotations.Nullable;

/** The operators and delimiters, longest first. */
final class Signs {

    record Sign(String text, TokenKind kind) {}

    private static final Sign[] ALL = {
        new Sign("...", TokenKind.ELLIPSIS),
        new Sign("=>", TokenKind.FAT_ARROW),
        new Sign("==", TokenKind.EQUAL_EQUAL),
        new Sign("!=", TokenKind.NOT_EQUAL),
        new Sign(">=", TokenKind.GREATER_EQUAL),
        new Sign("<=", TokenKind.LESS_EQUAL),
        new Sign("&&", TokenKind.AND),
        new Sign("||", TokenKind.OR),
        new Sign("::", TokenKind.DOUBLE_COLON),
        new Sign("[", TokenKind.OPEN_BRACKET),
        new Sign("]", TokenKind.CLOSE_BRACKET),
        new Sign("(", TokenKind.OPEN_PAREN),
        new Sign(")", TokenKind.CLOSE_PAREN),
        new Sign(".", TokenKind.DOT),
        new Sign(",", TokenKind.COMMA),
        new Sign(":", TokenKind.COLON),
        new Sign("?", TokenKind.QUESTION),
        new Sign("=", TokenKind.EQUAL),
        new Sign("!", TokenKind.BANG),
        new Sign(">", TokenKind.GREATER),
        new Sign("<", TokenKind.LESS),
        new Sign("+", TokenKind.PLUS),
        new Sign("-", TokenKind.MINUS),
        new Sign("*", TokenKind.STAR),
        new Sign("/", TokenKind.SLASH),
        new Sign("%", TokenKind.PERCENT),
    };

    private Signs() {}

    /** The sign at a place, or null where there is none. */
    static @Nullable Sign at(String text, int offset) {
        for (Sign sign : ALL) {
            if (text.startsWith(sign.text(), offset)) {
                return sign;
            }
        }
        return null;
    }
}
