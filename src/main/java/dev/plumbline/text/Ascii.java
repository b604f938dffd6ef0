package dev.plumbline.text;

/** Stand-ins, one column for one column wherever it can be, for places that know only ASCII. */
final class Ascii {
    private Ascii() {}

    static String of(String text) {
        if (text.chars().allMatch(c -> c < 128)) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> out.append(c < 128 ? Character.toString(c) : substitute(c)));
        return out.toString();
    }

    private static String substitute(int codePoint) {
        return switch (codePoint) {
            case '✓' -> "+";
            case '✗' -> "x";
            case '○', '·', '•' -> "-";
            case '◐', '⧗' -> "o";
            case '─', '━', '—', '–', '‐', '−' -> "-";
            case '═' -> "=";
            case '│', '┃' -> "|";
            case '┌', '┐', '└', '┘', '├', '┤', '┬', '┴', '┼', '╰', '╭' -> "+";
            case '›', '→', '▸', '❯' -> ">";
            case '←', '‹' -> "<";
            case '…' -> "~";
            case '“', '”', '„', '«', '»' -> "\"";
            case '‘', '’', '‚' -> "'";
            case '×' -> "x";
            case '█', '▓', '▒', '▇', '▆', '▅' -> "#";
            case '░', '▁', '▂', '▃', '▄' -> ".";
            case '\u00A0', '\u2009', '\u202F' -> " ";
            default -> DisplayWidth.of(Character.toString(codePoint)) == 2 ? "??" : "?";
        };
    }
}
