package dev.plumbline.terraform.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Balances the braces of a text. Terraform reports a missing brace at the outer block's first line and never says which
 * block is really open; the indentation tells: a brace that stands where an outer block's belongs, a line that is
 * indented no deeper than the block it is in, a top-level keyword at the start of a line. What it finds missing is put
 * among the tokens (without width), so that the blocks below are read where they belong.
 */
record BraceRepair(List<Token> tokens, List<SyntaxTrouble> troubles) {

    /** How much of the indentation is believed. */
    private enum Trust {
        ALL,
        BRACES_AND_KEYWORDS,
        NOTHING
    }

    /** A brace that was opened: the token's index, the indent of its line, and that line. */
    private record Open(int index, int indent, int line) {}

    /** A brace to be put before a token. */
    private record Missing(int before, Open opener) {}

    static BraceRepair of(SourceText text, List<Token> tokens) {
        int unclosed = unclosed(tokens);
        if (unclosed == 0) {
            return new BraceRepair(tokens, List.of());
        }
        for (Trust trust : Trust.values()) {
            List<Missing> missing = find(text, tokens, trust);
            if (missing.size() == unclosed) {
                return insert(text, tokens, missing);
            }
        }
        return new BraceRepair(tokens, List.of());
    }

    private static int unclosed(List<Token> tokens) {
        int open = 0;
        for (Token token : tokens) {
            if (token.is(TokenKind.OPEN_BRACE)) {
                open++;
            } else if (token.is(TokenKind.CLOSE_BRACE) && open > 0) {
                open--;
            }
        }
        return open;
    }

    private static List<Missing> find(SourceText text, List<Token> tokens, Trust trust) {
        List<Missing> missing = new ArrayList<>();
        Deque<Open> open = new ArrayDeque<>();
        boolean lineStart = true;
        int brackets = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            switch (token.kind()) {
                case NEWLINE -> {
                    lineStart = true;
                    continue;
                }
                case OPEN_BRACKET, OPEN_PAREN -> brackets++;
                case CLOSE_BRACKET, CLOSE_PAREN -> brackets--;
                case OPEN_BRACE -> {
                    int line = text.lineOf(token.start());
                    open.push(new Open(i, width(text, line), line));
                }
                case CLOSE_BRACE -> {
                    if (lineStart && trust != Trust.NOTHING) {
                        closeInner(text, token, i, open, missing);
                    }
                    open.poll();
                }
                case IDENT -> {
                    if (lineStart && trust != Trust.NOTHING && isTopLevelHeader(text, tokens, i)) {
                        while (!open.isEmpty()) {
                            missing.add(new Missing(i, open.pop()));
                        }
                        brackets = 0;
                    } else if (lineStart && trust == Trust.ALL && brackets == 0) {
                        dedented(text, token, i, open, missing);
                    }
                }
                default -> {
                    // Opens and closes nothing.
                }
            }
            lineStart = false;
        }
        while (!open.isEmpty()) {
            missing.add(new Missing(tokens.size() - 1, open.pop()));
        }
        return missing;
    }

    /** A brace under the header of an outer block: the inner ones were never closed. */
    private static void closeInner(SourceText text, Token brace, int index, Deque<Open> open, List<Missing> missing) {
        int line = text.lineOf(brace.start());
        int indent = width(text, line);
        boolean outer = open.stream().limit(Cursor.MAX_DEPTH).anyMatch(o -> o.indent() == indent);
        while (outer && open.size() > 1) {
            Open top = open.element();
            if (top.indent() <= indent || top.line() == line) {
                return;
            }
            missing.add(new Missing(index, open.pop()));
        }
    }

    /** A line indented no deeper than the block it would be in. */
    private static void dedented(SourceText text, Token token, int index, Deque<Open> open, List<Missing> missing) {
        int line = text.lineOf(token.start());
        int indent = width(text, line);
        while (open.size() > 1) {
            Open top = open.element();
            if (indent > top.indent() || top.line() == line) {
                return;
            }
            missing.add(new Missing(index, open.pop()));
        }
    }

    private static boolean isTopLevelHeader(SourceText text, List<Token> tokens, int index) {
        Token token = tokens.get(index);
        if (text.columnOf(token.start()) != 1 || index + 1 >= tokens.size()) {
            return false;
        }
        String word = text.text().substring(token.start(), token.end());
        return Keywords.isTopLevel(word)
                && switch (tokens.get(index + 1).kind()) {
                    case OPEN_QUOTE, OPEN_BRACE, IDENT -> true;
                    default -> false;
                };
    }

    private static int width(SourceText text, int line) {
        int width = 0;
        for (char c : text.indentOf(line).toCharArray()) {
            width += c == '\t' ? 8 - width % 8 : 1;
        }
        return width;
    }

    private static BraceRepair insert(SourceText text, List<Token> tokens, List<Missing> missing) {
        List<Token> balanced = new ArrayList<>(tokens.size() + missing.size() * 3);
        List<SyntaxTrouble> troubles = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < tokens.size(); i++) {
            while (next < missing.size() && missing.get(next).before() == i) {
                Missing one = missing.get(next++);
                int place = lastEnd(tokens, i);
                balanced.add(new Token(TokenKind.NEWLINE, place, place));
                balanced.add(new Token(TokenKind.CLOSE_BRACE, place, place));
                balanced.add(new Token(TokenKind.NEWLINE, place, place));
                troubles.add(trouble(text, tokens, one, place));
            }
            balanced.add(tokens.get(i));
        }
        return new BraceRepair(balanced, troubles);
    }

    private static int lastEnd(List<Token> tokens, int before) {
        int i = before - 1;
        while (i > 0 && tokens.get(i).is(TokenKind.NEWLINE)) {
            i--;
        }
        return i < 0 ? 0 : tokens.get(i).end();
    }

    private static SyntaxTrouble trouble(SourceText text, List<Token> tokens, Missing missing, int place) {
        Open opener = missing.opener();
        Token brace = tokens.get(opener.index());
        int first = opener.index();
        while (first > 0
                && !tokens.get(first - 1).is(TokenKind.NEWLINE)
                && text.lineOf(tokens.get(first - 1).start()) == opener.line()) {
            first--;
        }
        Token header = tokens.get(first);
        String word = text.text().substring(header.start(), header.end());
        int lineEnd = text.lineEnd(text.lineOf(Math.max(0, place)));
        SourceRange at = text.range(lineEnd, lineEnd);
        String indent = text.indentOf(opener.line());
        return new SyntaxTrouble(
                TroubleKind.UNCLOSED_BLOCK,
                text.range(header.start(), brace.end()),
                word,
                List.of(at),
                List.of(new SourceEdit(at, "\n" + indent + "}")));
    }
}
