package dev.plumbline.terraform.source;

import java.util.ArrayDeque;
import java.util.Deque;

/** Reports an item that cannot be read and moves behind it. */
final class Recovery {

    private final Cursor cursor;

    Recovery(Cursor cursor) {
        this.cursor = cursor;
    }

    /** {@code startIndex} is the item's first token; the cursor stands where reading stopped. */
    void passOver(int startIndex, SyntaxStop stop) {
        report(startIndex, stop);
        if (cursor.isExhausted()) {
            cursor.moveTo(cursor.tokens.size() - 1);
            return;
        }
        Deque<Token> open = new ArrayDeque<>();
        int i = startIndex;
        int stopped = Math.max(cursor.position(), startIndex);
        int last = cursor.tokens.size() - 1;
        for (; i < last; i++) {
            Token token = cursor.tokens.get(i);
            switch (token.kind()) {
                case OPEN_BRACE, OPEN_BRACKET, OPEN_PAREN, INTERPOLATION, CONTROL -> open.push(token);
                case CLOSE_BRACE, CLOSE_BRACKET, CLOSE_PAREN, SEQUENCE_END -> {
                    if (!close(open, token) && token.is(TokenKind.CLOSE_BRACE)) {
                        moveTo(i, startIndex);
                        return;
                    }
                }
                case NEWLINE -> {
                    boolean done = i >= stopped && open.isEmpty();
                    if (done || (i >= stopped - 1 && startsOuterItem(i + 1, open))) {
                        moveTo(i, startIndex);
                        return;
                    }
                }
                default -> {
                    // Text and names: nothing opens or closes.
                }
            }
        }
        // The end came while something was open: only the first line is given up.
        if (!open.isEmpty()) {
            moveTo(lineEndIndex(startIndex), startIndex);
        } else {
            cursor.moveTo(last);
        }
    }

    private void moveTo(int index, int startIndex) {
        cursor.moveTo(Math.max(index, startIndex + (cursor.tokens.get(index).is(TokenKind.CLOSE_BRACE) ? 0 : 1)));
        if (cursor.position() == startIndex) {
            cursor.moveTo(startIndex + 1);
        }
    }

    private int lineEndIndex(int from) {
        int i = from;
        while (i < cursor.tokens.size() - 1 && !cursor.tokens.get(i).is(TokenKind.NEWLINE)) {
            i++;
        }
        return i;
    }

    private void report(int startIndex, SyntaxStop stop) {
        int first = cursor.tokens.get(startIndex).start();
        int firstLine = cursor.source.lineOf(first);
        int line = cursor.source.lineOf(stop.start);
        // The lexer has already said what is wrong with these.
        boolean known = cursor.troubles.list().stream()
                .anyMatch(trouble -> trouble.severity() == Severity.BREAKS
                        && (trouble.range().startLine() == line
                                || (trouble.range().startLine() == firstLine
                                        && stop.kind == TroubleKind.UNCLOSED_QUOTE)));
        if (!known || stop.kind.severity() == Severity.LIMIT) {
            cursor.troubles.add(stop.kind, stop.start, stop.end, firstWord(first));
        }
    }

    private String firstWord(int offset) {
        String text = cursor.source.text();
        int end = offset;
        while (end < text.length() && end < offset + 60 && Characters.continuesName(text.charAt(end))) {
            end++;
        }
        return text.substring(offset, end);
    }

    private static boolean close(Deque<Token> open, Token token) {
        Token top = open.peek();
        if (top == null) {
            return false;
        }
        TokenKind opener = opener(token.kind());
        if (top.kind() == opener || (opener == TokenKind.INTERPOLATION && top.is(TokenKind.CONTROL))) {
            open.pop();
            return true;
        }
        boolean deeper = open.stream().limit(Cursor.MAX_DEPTH).anyMatch(o -> o.kind() == opener);
        if (deeper) {
            while (!open.isEmpty() && open.pop().kind() != opener) {
                // What lies above was never closed.
            }
        }
        return deeper;
    }

    private static TokenKind opener(TokenKind close) {
        return switch (close) {
            case CLOSE_BRACKET -> TokenKind.OPEN_BRACKET;
            case CLOSE_PAREN -> TokenKind.OPEN_PAREN;
            case SEQUENCE_END -> TokenKind.INTERPOLATION;
            default -> TokenKind.OPEN_BRACE;
        };
    }

    /** Whether a line clearly begins something new although a bracket is still open. */
    private boolean startsOuterItem(int index, Deque<Token> open) {
        if (index + 1 >= cursor.tokens.size() || !cursor.tokens.get(index).is(TokenKind.IDENT)) {
            return false;
        }
        Token name = cursor.tokens.get(index);
        TokenKind next = cursor.tokens.get(index + 1).kind();
        boolean topLevel = cursor.source.columnOf(name.start()) == 1 && Keywords.isTopLevel(cursor.text(name));
        if (topLevel && (next == TokenKind.OPEN_QUOTE || next == TokenKind.OPEN_BRACE)) {
            return true;
        }
        Token top = open.peek();
        boolean inBracket = top != null && !top.is(TokenKind.OPEN_BRACE);
        return inBracket && (next == TokenKind.EQUAL || next == TokenKind.OPEN_BRACE || next == TokenKind.OPEN_QUOTE);
    }
}
