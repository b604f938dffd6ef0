package dev.plumbline.terraform.source;

/** Decodes the escapes of literal text: backslashes in quotes, doubled dollar and percent signs everywhere. */
final class Escapes {

    private Escapes() {}

    static String decode(SourceText source, Token token, boolean backslashes, TroubleLog troubles) {
        String text = source.text();
        StringBuilder out = new StringBuilder(token.end() - token.start());
        int i = token.start();
        while (i < token.end()) {
            char c = text.charAt(i);
            if (c == '\\' && backslashes) {
                i = backslash(source, token, i, out, troubles);
            } else if ((text.startsWith("$${", i) || text.startsWith("%%{", i)) && i + 3 <= token.end()) {
                out.append(c).append('{');
                i += 3;
            } else {
                out.append(c);
                i++;
            }
        }
        return out.toString();
    }

    private static int backslash(SourceText source, Token token, int at, StringBuilder out, TroubleLog troubles) {
        String text = source.text();
        char c = at + 1 < token.end() ? text.charAt(at + 1) : ' ';
        switch (c) {
            case 'n' -> out.append('\n');
            case 'r' -> out.append('\r');
            case 't' -> out.append('\t');
            case '"', '\\' -> out.append(c);
            case 'u', 'U' -> {
                int digits = c == 'u' ? 4 : 8;
                int point = hex(text, at + 2, Math.min(token.end(), at + 2 + digits), digits);
                if (point < 0) {
                    invalid(at, Math.min(token.end(), at + 2), c, troubles);
                    return Math.min(token.end(), at + 2);
                }
                out.appendCodePoint(point);
                return at + 2 + digits;
            }
            default -> invalid(at, Math.min(token.end(), at + 2), c, troubles);
        }
        return Math.min(token.end(), at + 2);
    }

    private static int hex(String text, int from, int to, int digits) {
        if (to - from != digits) {
            return -1;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0 || text.charAt(i) > 'f') {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value <= Character.MAX_CODE_POINT ? (int) value : 0xFFFD;
    }

    private static void invalid(int start, int end, char c, TroubleLog troubles) {
        troubles.add(TroubleKind.INVALID_ESCAPE, start, end, "\\" + c);
    }
}
