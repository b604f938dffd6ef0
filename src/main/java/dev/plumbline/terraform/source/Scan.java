package dev.plumbline.terraform.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A place in a text, and what was read up to there: what the parts of the {@link Lexer} work on. */
abstract class Scan {
    /** How far ahead of a quote or a heredoc its other end, or its name, is looked for. */
    static final int REACH = 400;

    final SourceText source;
    final String text;
    final List<Token> tokens = new ArrayList<>();
    final List<Comment> comments = new ArrayList<>();
    final TroubleLog troubles;
    final Deque<LexMode> modes = new ArrayDeque<>();
    int at;

    Scan(SourceText source) {
        this.source = source;
        this.text = source.text();
        this.troubles = new TroubleLog(source);
    }

    final LexMode top() {
        LexMode mode = modes.peek();
        if (mode == null) {
            throw new IllegalStateException("the outermost mode is never left");
        }
        return mode;
    }

    final void token(TokenKind kind, int start, int end) {
        tokens.add(new Token(kind, start, end));
    }

    final void take(TokenKind kind, int length) {
        token(kind, at, at + length);
        at += length;
    }

    final boolean next(String expected) {
        return text.startsWith(expected, at);
    }

    /** Takes back the tokens that begin at this offset or behind it. */
    final void forgetTokens(int from) {
        while (!tokens.isEmpty() && tokens.get(tokens.size() - 1).start() >= from) {
            tokens.remove(tokens.size() - 1);
        }
    }

    final int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        if (end < 0) {
            return text.length();
        }
        return end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /** Inside texts everything is allowed but bytes that are not UTF-8, and a carriage return that ends no line. */
    final void reportRaw(char c) {
        if (SourceEncoding.isEscapedByte(c) && !Character.isHighSurrogate(text.charAt(Math.max(0, at - 1)))) {
            troubles.add(TroubleKind.NOT_UTF8, at, at + 1, Characters.describe(c));
        } else if (c == '\r' && !next("\r\n")) {
            troubles.add(TroubleKind.INVALID_CHARACTER, at, at + 1, Characters.describe(c));
        }
    }

    final void openSequence() {
        int length = at + 2 < text.length() && text.charAt(at + 2) == '~' ? 3 : 2;
        modes.push(new LexMode(LexMode.Kind.SEQUENCE, at, ""));
        take(text.charAt(at) == '$' ? TokenKind.INTERPOLATION : TokenKind.CONTROL, length);
    }
}
