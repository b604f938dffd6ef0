package dev.plumbline.terraform.source;

import java.util.BitSet;

/**
 * Splits a text into the tokens of the HCL native syntax.
 *
 * <p>Written by hand because each character that Terraform refuses must be found at its exact place and be read past:
 * typographic and single quotes are taken for quotes, invisible characters for blanks, and a quote that is never closed
 * ends with its line (in HCL it would swallow the lines below), each with a trouble and its repair. For the rules see
 * the HCL native syntax specification, "Lexical Elements" and "Templates".
 */
final class Lexer extends Scan {

    private static final int NO_VIRTUAL_QUOTE = -1;
    private static final int MAX_QUOTE_REPAIRS = 100;

    private final BitSet masked;
    private final Heredocs heredocs = new Heredocs(this);
    private final ForeignCharacters foreign = new ForeignCharacters(this);
    private int virtualQuote = NO_VIRTUAL_QUOTE;
    private boolean virtualQuoteUsed;
    private boolean noMoreCommentEnds;
    private int quoteRepairs;

    /** {@code masked} holds the lines (from 1) to be read as if they were empty. */
    private Lexer(SourceText source, BitSet masked) {
        super(source);
        this.masked = masked;
    }

    static Lexed lex(SourceText source, BitSet maskedLines) {
        return new Lexer(source, maskedLines).run();
    }

    private Lexed run() {
        modes.push(new LexMode(LexMode.Kind.NORMAL, 0, ""));
        startLine();
        while (at < text.length() || modes.size() > 1) {
            LexMode mode = top();
            switch (mode.kind) {
                case NORMAL, SEQUENCE -> {
                    if (at >= text.length()) {
                        modes.pop();
                    } else {
                        normal(mode);
                    }
                }
                case QUOTED -> quoted(mode);
                case HEREDOC -> heredocs.go(mode);
            }
        }
        token(TokenKind.END, text.length(), text.length());
        return new Lexed(tokens, comments, troubles.list());
    }

    /** Called where a line begins outside of any template: masked lines are passed over. */
    private void startLine() {
        while (at < text.length() && !masked.isEmpty() && masked.get(source.lineOf(at))) {
            int line = source.lineOf(at);
            at = source.nextLineStart(line);
        }
    }

    private void normal(LexMode mode) {
        if (at == virtualQuote && !virtualQuoteUsed) {
            virtualQuoteUsed = true;
            token(TokenKind.OPEN_QUOTE, at, at);
            modes.push(new LexMode(LexMode.Kind.QUOTED, at, ""));
            return;
        }
        char c = text.charAt(at);
        if (c == ' ' || c == '\t') {
            at++;
        } else if (c == '\n' || next("\r\n")) {
            take(TokenKind.NEWLINE, c == '\n' ? 1 : 2);
            startLine();
        } else if (c == '#' || next("//")) {
            comment(lineEnd(at));
        } else if (next("/*")) {
            blockComment();
        } else if (Characters.isDigit(c)) {
            number();
        } else if (c == '"') {
            modes.push(new LexMode(LexMode.Kind.QUOTED, at, ""));
            take(TokenKind.OPEN_QUOTE, 1);
        } else if (c == '{') {
            mode.braces++;
            take(TokenKind.OPEN_BRACE, 1);
        } else if (c == '}') {
            closeBrace(mode);
        } else if (next("~}") && mode.kind == LexMode.Kind.SEQUENCE && mode.braces == 0) {
            take(TokenKind.SEQUENCE_END, 2);
            modes.pop();
        } else if (!next("<<") || !heredocs.open()) {
            nameOrSign();
        }
    }

    private void closeBrace(LexMode mode) {
        if (mode.kind == LexMode.Kind.SEQUENCE && mode.braces == 0) {
            take(TokenKind.SEQUENCE_END, 1);
            modes.pop();
        } else {
            mode.braces--;
            take(TokenKind.CLOSE_BRACE, 1);
        }
    }

    private void comment(int end) {
        comments.add(new Comment(source.range(at, end), text.substring(at, end)));
        at = end;
    }

    private void blockComment() {
        int end = noMoreCommentEnds ? -1 : text.indexOf("*/", at + 2);
        if (end >= 0) {
            comment(end + 2);
            return;
        }
        noMoreCommentEnds = true;
        int lineEnd = lineEnd(at);
        troubles.add(
                TroubleKind.UNCLOSED_COMMENT, at, at + 2, "/*", new SourceEdit(source.range(lineEnd, lineEnd), " */"));
        comment(lineEnd);
    }

    private void number() {
        int end = digits(at);
        while (end + 1 < text.length() && text.charAt(end) == '.' && Characters.isDigit(text.charAt(end + 1))) {
            end = digits(end + 1);
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int exponent = end + 1;
            if (exponent < text.length() && (text.charAt(exponent) == '+' || text.charAt(exponent) == '-')) {
                exponent++;
            }
            if (exponent < text.length() && Characters.isDigit(text.charAt(exponent))) {
                end = digits(exponent);
            }
        }
        take(TokenKind.NUMBER, end - at);
    }

    private int digits(int from) {
        int end = from;
        while (end < text.length() && Characters.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private void nameOrSign() {
        int c = text.codePointAt(at);
        if (Characters.startsName(c)) {
            int end = at;
            do {
                end += Character.charCount(c);
                c = end < text.length() ? text.codePointAt(end) : -1;
            } while (c >= 0 && Characters.continuesName(c) && end != virtualQuote);
            take(TokenKind.IDENT, end - at);
            return;
        }
        Signs.Sign sign = Signs.at(text, at);
        if (sign != null) {
            take(sign.kind(), sign.text().length());
        } else {
            foreign.pass(c);
        }
    }

    private void quoted(LexMode mode) {
        int start = at;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (at == virtualQuote && !virtualQuoteUsed) {
                break;
            }
            if (c == '"' || c == '\n' || next("\r\n") || next("${") || next("%{")) {
                break;
            }
            reportRaw(c);
            if (c == '\\' && at + 1 < lineEnd(at) && at + 1 != virtualQuote) {
                at += 2;
            } else if (next("$${") || next("%%{")) {
                at += 3;
            } else {
                at++;
            }
        }
        if (at > start) {
            token(TokenKind.QUOTED_TEXT, start, at);
        }
        if (at == virtualQuote && !virtualQuoteUsed) {
            virtualQuoteUsed = true;
            // In the place of a typographic quote, or between two characters.
            take(TokenKind.CLOSE_QUOTE, at < text.length() && Characters.isForeignQuote(text.charAt(at)) ? 1 : 0);
            modes.pop();
        } else if (at < text.length() && text.charAt(at) == '"') {
            take(TokenKind.CLOSE_QUOTE, 1);
            modes.pop();
        } else if (next("${") || next("%{")) {
            openSequence();
        } else {
            quoteMissing(mode);
        }
    }

    /** A line ended inside quotes: read the line again with the quote where it most likely belongs. */
    private void quoteMissing(LexMode mode) {
        int line = source.lineOf(at);
        int lineStart = source.lineStart(line);
        boolean quotesOnly = modes.stream().allMatch(m -> m.opened >= lineStart || m.kind == LexMode.Kind.NORMAL);
        boolean tryIt = quotesOnly && quoteRepairs++ < MAX_QUOTE_REPAIRS;
        QuoteRepair repair = tryIt ? QuoteRepair.of(source, line) : QuoteRepair.NONE;
        if (virtualQuote < lineStart && repair.offset() >= 0) {
            while (modes.size() > 1) {
                modes.pop();
            }
            top().braces = 0;
            forgetTokens(lineStart);
            while (!comments.isEmpty()
                    && comments.get(comments.size() - 1).range().startOffset() >= lineStart) {
                comments.remove(comments.size() - 1);
            }
            troubles.forgetFrom(lineStart);
            troubles.add(repair.trouble(source));
            virtualQuote = repair.offset();
            virtualQuoteUsed = false;
            at = lineStart;
            return;
        }
        troubles.add(repair.kind(TroubleKind.UNCLOSED_QUOTE), mode.opened, at, "\"");
        token(TokenKind.QUOTE_MISSING, at, at);
        // Everything opened on this line ends with it.
        modes.pop();
        while (top().kind != LexMode.Kind.NORMAL && top().opened >= lineStart) {
            modes.pop();
        }
    }
}
