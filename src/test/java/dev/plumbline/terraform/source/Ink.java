package dev.plumbline.terraform.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Writes a text at random and remembers where it wrote what: the one side of "what is read is what was written". */
final class Ink {
    /** Something that was written, by its offsets. */
    record Piece(String kind, int start, int end) implements Comparable<Piece> {
        private static final Comparator<Piece> ORDER =
                Comparator.comparing(Piece::start).thenComparing(Piece::end).thenComparing(Piece::kind);

        @Override
        public int compareTo(Piece other) {
            return ORDER.compare(this, other);
        }
    }

    final Random random;
    final String lineBreak;
    final List<Piece> pieces = new ArrayList<>();
    final List<Piece> comments = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int names;

    Ink(Random random) {
        this.random = random;
        this.lineBreak = random.nextInt(3) == 0 ? "\r\n" : "\n";
    }

    int at() {
        return text.length();
    }

    Ink write(String more) {
        text.append(more);
        return this;
    }

    Ink lineBreak() {
        return write(lineBreak);
    }

    /** Notes what was written from an offset up to here. */
    void piece(String kind, int start) {
        pieces.add(new Piece(kind, start, at()));
    }

    String text() {
        return text.toString();
    }

    boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    String any(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** A name that was not given before; also ones outside of ASCII. */
    String freshName() {
        return any("name", "größe", "名前", "_x", "a-b", "δ") + ++names;
    }

    /** Blanks within a line, and comments that take no line. */
    Ink gap() {
        if (oneIn(12)) {
            comment(any("/* c */", "/**/", "/* \" { ${ ' * / ü */"));
            return write(" ");
        }
        return write(any(" ", " ", "  ", "\t"));
    }

    /** Blanks where line breaks mean nothing. */
    Ink wideGap() {
        gap();
        if (oneIn(8)) {
            if (oneIn(2)) {
                lineComment();
            }
            lineBreak().write(any("", "  ", "\t"));
        }
        return this;
    }

    void lineComment() {
        comment(any("# ", "// ", "#", "//") + any("", "note", "\"open", "{ } [ ${x", "Größe 😀 ストリーム", "/* no"));
    }

    private void comment(String comment) {
        int start = at();
        write(comment);
        comments.add(new Piece(comment, start, at()));
    }
}
