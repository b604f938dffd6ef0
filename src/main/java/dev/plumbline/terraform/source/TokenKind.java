package dev.plumbline.terraform.source;

/** What a token is; names follow the HCL native syntax specification. */
enum TokenKind {
    IDENT,
    NUMBER,
    OPEN_QUOTE,
    CLOSE_QUOTE,
    /** Text inside quotes, escapes not yet decoded. */
    QUOTED_TEXT,
    OPEN_HEREDOC,
    CLOSE_HEREDOC,
    HEREDOC_TEXT,
    /** A dollar and an open brace, perhaps with a tilde. */
    INTERPOLATION,
    /** A percent sign and an open brace, perhaps with a tilde. */
    CONTROL,
    /** The brace that ends an interpolation or control sequence, with its tilde. */
    SEQUENCE_END,
    /** Nothing: the place where a quoted text should have ended and did not. */
    QUOTE_MISSING,
    OPEN_BRACE,
    CLOSE_BRACE,
    OPEN_BRACKET,
    CLOSE_BRACKET,
    OPEN_PAREN,
    CLOSE_PAREN,
    DOT,
    COMMA,
    COLON,
    DOUBLE_COLON,
    QUESTION,
    EQUAL,
    EQUAL_EQUAL,
    NOT_EQUAL,
    GREATER,
    GREATER_EQUAL,
    LESS,
    LESS_EQUAL,
    AND,
    OR,
    BANG,
    PLUS,
    MINUS,
    STAR,
    SLASH,
    PERCENT,
    ELLIPSIS,
    FAT_ARROW,
    NEWLINE,
    INVALID,
    END
}
