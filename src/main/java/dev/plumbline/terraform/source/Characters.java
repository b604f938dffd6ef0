package dev.plumbline.terraform.source;

/** What single characters are to the native syntax. */
final class Characters {

    private Characters() {}

    /** Unicode ID_Start or an underscore, as the HCL specification has it. */
    static boolean startsName(int c) {
        return c == '_' || (c < 128 ? isAsciiLetter(c) : Character.isUnicodeIdentifierStart(c));
    }

    /** Unicode ID_Continue or a hyphen. Java also counts ignorable control characters; HCL does not. */
    static boolean continuesName(int c) {
        if (c < 128) {
            return c == '_' || c == '-' || isAsciiLetter(c) || isDigit(c);
        }
        return Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isAsciiLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Curly and other typographic double quotes. */
    static boolean isSmartDouble(int c) {
        return (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0xFF02 || c == 0x2033;
    }

    /** Curly single quotes, primes and the grave and acute accents used as quotes. */
    static boolean isSmartSingle(int c) {
        return (c >= 0x2018 && c <= 0x201B) || c == 0x2032 || c == 0xB4 || c == 0x2039 || c == 0x203A;
    }

    static boolean isForeignQuote(int c) {
        return c == '\'' || isSmartDouble(c) || isSmartSingle(c);
    }

    /** Blanks that are neither a space nor a tab, and marks that take no room at all. */
    static boolean isInvisible(int c) {
        return isWideBlank(c) || isZeroWidth(c);
    }

    static boolean isWideBlank(int c) {
        return c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0x1680;
    }

    static boolean isZeroWidth(int c) {
        return (c >= 0x200B && c <= 0x200F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x2064)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0xFEFF
                || c == 0xAD;
    }

    /** How a character is named to a learner, such as {@code U+00A0 NO-BREAK SPACE}. */
    static String describe(int c) {
        if (SourceEncoding.isEscapedByte(c)) {
            return String.format("byte 0x%02X", c - 0xDC00);
        }
        String name = Character.getName(c);
        return String.format("U+%04X", c) + (name == null ? "" : " " + name);
    }
}
