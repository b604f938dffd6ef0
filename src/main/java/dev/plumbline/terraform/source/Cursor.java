package dev.plumbline.terraform.source;

import java.util.List;

/**
 * A place in the tokens. Newlines are seen or passed over as {@link #newlines} says: they end arguments and blocks, and
 * mean nothing inside parentheses and brackets.
 */
final class Cursor {

    /** Expressions and blocks inside each other: deeper ones are not read (Terraform has no such limit). */
    static final int MAX_DEPTH = 150;

    /** Re-reading after errors may not cost more than so many times the tokens. */
    private static final int WORK_PER_TOKEN = 30;

    final SourceText source;
    final TroubleLog troubles;
    final List<Token> tokens;
    boolean newlines = true;
    private int position;
    private int lastEnd;
    private int depth;
    private long work;

    Cursor(SourceText source, List<Token> tokens, TroubleLog troubles) {
        this.source = source;
        this.tokens = tokens;
        this.troubles = troubles;
        this.work = (long) tokens.size() * WORK_PER_TOKEN + 1000;
    }

    int position() {
        return position;
    }

    void moveTo(int index) {
        position = index;
        lastEnd = index == 0 ? 0 : tokens.get(index - 1).end();
    }

    /** Whether so much has been read again and again that reading should end. */
    boolean isExhausted() {
        return work <= 0;
    }

    Token peek() {
        while (!newlines && tokens.get(position).is(TokenKind.NEWLINE)) {
            position++;
        }
        return tokens.get(position);
    }

    boolean sees(TokenKind kind) {
        return peek().is(kind);
    }

    /** The token so many places ahead of the next one, newlines counted. */
    Token ahead(int count) {
        peek();
        return tokens.get(Math.min(position + count, tokens.size() - 1));
    }

    Token read() {
        Token token = peek();
        if (position < tokens.size() - 1) {
            position++;
            lastEnd = token.end();
        }
        work--;
        if (work <= 0) {
            throw new SyntaxStop(TroubleKind.TOO_LARGE, token.start(), token.end());
        }
        return token;
    }

    boolean readIf(TokenKind kind) {
        if (sees(kind)) {
            read();
            return true;
        }
        return false;
    }

    Token expect(TokenKind kind, TroubleKind otherwise) {
        if (!sees(kind)) {
            throw stop(otherwise);
        }
        return read();
    }

    /** Where the last token that was read ends; newlines that were only passed over do not count. */
    int lastEnd() {
        return lastEnd;
    }

    String text(Token token) {
        return source.text().substring(token.start(), token.end());
    }

    boolean seesName(String name) {
        Token token = peek();
        return token.is(TokenKind.IDENT)
                && token.end() - token.start() == name.length()
                && source.text().startsWith(name, token.start());
    }

    SourceRange range(Token token) {
        return source.range(token.start(), token.end());
    }

    SourceRange rangeFrom(int start) {
        return source.range(start, Math.max(start, lastEnd()));
    }

    SyntaxStop stop(TroubleKind kind) {
        Token token = peek();
        return new SyntaxStop(kind, token.start(), token.end());
    }

    void enter() {
        if (++depth > MAX_DEPTH) {
            throw stop(TroubleKind.TOO_DEEP);
        }
    }

    void leave() {
        depth--;
    }

    int depth() {
        return depth;
    }

    void restoreDepth(int saved) {
        depth = saved;
    }
}
