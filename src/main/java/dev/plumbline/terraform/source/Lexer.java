package dev.plumbline.terraform.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a text into the tokens of the HCL native syntax.
 *
 * <p>Written by hand because each character that Terraform refuses must be found at its exact place and be read past:
 * typographic and single quotes are taken for quotes, invisible characters for blanks, and a quote that is never closed
 * ends with its line (in HCL it would swallow the lines below), each with a trouble and its repair. For the rules see
 * the HCL native syntax specification, "Lexical Elements" and "Templates".
 */
final class Lexer {

    private static final Pattern HEREDOC = Pattern.compile("<<-?([\\p{L}_][\\p{L}\\p{M}\\p{Nd}_-]*)\\r?\\n");
    private static final int NO_VIRTUAL_QUOTE = -1;
    private static final int MAX_UNCLOSED_HEREDOCS = 20;
    private static final int MAX_QUOTE_REPAIRS = 100;
    private static final int QUOTE_REACH = 400;

    private final SourceText source;
    private final String text;
    private final BitSet masked;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private final TroubleLog troubles;
    private final Deque<LexMode> modes = new ArrayDeque<>();
    private int at;
    private int virtualQuote = NO_VIRTUAL_QUOTE;
    private boolean virtualQuoteUsed;
    private boolean noMoreCommentEnds;
    private int unclosedHeredocs;
    private int quoteRepairs;

    /** {@code masked} holds the lines (from 1) to be read as if they were empty. */
    private Lexer(SourceText source, BitSet masked) {
        this.source = source;
        this.text = source.text();
        this.masked = masked;
        this.troubles = new TroubleLog(source);
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
                case HEREDOC -> heredoc(mode);
            }
        }
        token(TokenKind.END, text.length(), text.length());
        return new Lexed(tokens, comments, troubles.list());
    }

    private LexMode top() {
        LexMode mode = modes.peek();
        if (mode == null) {
            throw new IllegalStateException("the outermost mode is never left");
        }
        return mode;
    }

    private void token(TokenKind kind, int start, int end) {
        tokens.add(new Token(kind, start, end));
    }

    private void take(TokenKind kind, int length) {
        token(kind, at, at + length);
        at += length;
    }

    private boolean next(String expected) {
        return text.startsWith(expected, at);
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
        } else if (!next("<<") || !openHeredoc()) {
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

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        if (end < 0) {
            return text.length();
        }
        return end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
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

    private boolean openHeredoc() {
        Matcher matcher = HEREDOC.matcher(text).region(at, Math.min(text.length(), at + QUOTE_REACH));
        if (!matcher.lookingAt()) {
            return false;
        }
        int opened = at;
        take(TokenKind.OPEN_HEREDOC, matcher.end() - at);
        modes.push(new LexMode(LexMode.Kind.HEREDOC, opened, matcher.group(1)));
        return true;
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
            foreign(c);
        }
    }

    /** A character that the language does not have. */
    private void foreign(int c) {
        int length = Character.charCount(c);
        if (Characters.isInvisible(c)) {
            String instead = Characters.isWideBlank(c) ? " " : "";
            troubles.add(
                    TroubleKind.INVISIBLE_CHARACTER,
                    at,
                    at + length,
                    Characters.describe(c),
                    new SourceEdit(source.range(at, at + length), instead));
            at += length;
        } else if (Characters.isForeignQuote(c)) {
            foreignQuote(c);
        } else if (c == ';') {
            semicolon();
        } else {
            TroubleKind kind = SourceEncoding.isEscapedByte(c) ? TroubleKind.NOT_UTF8 : TroubleKind.INVALID_CHARACTER;
            troubles.add(kind, at, at + length, Characters.describe(c));
            take(TokenKind.INVALID, length);
        }
    }

    private void foreignQuote(int c) {
        TroubleKind kind = c == '\'' ? TroubleKind.SINGLE_QUOTES : TroubleKind.SMART_QUOTES;
        int close = QuoteRepair.closingQuote(text, at, Math.min(lineEnd(at), at + QUOTE_REACH));
        if (close < 0) {
            troubles.add(kind, at, at + 1, Characters.describe(c));
            take(TokenKind.INVALID, 1);
            return;
        }
        boolean plainInside = text.indexOf('"', at) < 0 || text.indexOf('"', at) >= close;
        List<SourceEdit> repair = new ArrayList<>();
        if (plainInside) {
            repair.add(new SourceEdit(source.range(at, at + 1), "\""));
            if (text.charAt(close) != '"') {
                repair.add(new SourceEdit(source.range(close, close + 1), "\""));
            }
        }
        troubles.add(new SyntaxTrouble(kind, source.range(at, close + 1), Characters.describe(c), List.of(), repair));
        take(TokenKind.OPEN_QUOTE, 1);
        if (close > at) {
            token(TokenKind.QUOTED_TEXT, at, close);
        }
        at = close;
        take(TokenKind.CLOSE_QUOTE, 1);
    }

    private void semicolon() {
        int end = at + 1;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        boolean last = end >= text.length() || "\r\n#/}".indexOf(text.charAt(end)) >= 0;
        String indent = source.indentOf(source.lineOf(at));
        SourceEdit edit = last
                ? SourceEdit.delete(source.range(at, at + 1))
                : new SourceEdit(source.range(at, end), "\n" + indent);
        troubles.add(TroubleKind.SEMICOLON, at, at + 1, ";", edit);
        // Whoever writes it means the end of an argument.
        take(last ? TokenKind.INVALID : TokenKind.NEWLINE, 1);
        if (last) {
            tokens.remove(tokens.size() - 1);
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
            reportRaw(c, true);
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

    /** Inside texts everything is allowed but bytes that are not UTF-8, and in quotes a carriage return alone. */
    private void reportRaw(char c, boolean inQuotes) {
        if (SourceEncoding.isEscapedByte(c) && !Character.isHighSurrogate(text.charAt(Math.max(0, at - 1)))) {
            troubles.add(TroubleKind.NOT_UTF8, at, at + 1, Characters.describe(c));
        } else if (c == '\r' && inQuotes) {
            troubles.add(TroubleKind.INVALID_CHARACTER, at, at + 1, Characters.describe(c));
        }
    }

    private void openSequence() {
        int length = at + 2 < text.length() && text.charAt(at + 2) == '~' ? 3 : 2;
        modes.push(new LexMode(LexMode.Kind.SEQUENCE, at, ""));
        take(text.charAt(at) == '$' ? TokenKind.INTERPOLATION : TokenKind.CONTROL, length);
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
            while (!tokens.isEmpty() && tokens.get(tokens.size() - 1).start() >= lineStart) {
                tokens.remove(tokens.size() - 1);
            }
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

    private void heredoc(LexMode mode) {
        if (at >= text.length()) {
            heredocMissing(mode);
            return;
        }
        if (text.charAt(at - 1) == '\n') {
            int end = lineEnd(at);
            if (isMarker(at, end, mode.marker)) {
                if (end == text.length()) {
                    // The closing marker needs a line break behind it.
                    troubles.add(
                            TroubleKind.UNCLOSED_HEREDOC,
                            at,
                            end,
                            mode.marker,
                            new SourceEdit(source.range(end, end), "\n"));
                }
                token(TokenKind.CLOSE_HEREDOC, at, end);
                at = end;
                modes.pop();
                return;
            }
        }
        int start = at;
        while (at < text.length() && !next("${") && !next("%{")) {
            if (text.charAt(at) == '\n') {
                at++;
                break;
            }
            reportRaw(text.charAt(at), false);
            at += next("$${") || next("%%{") ? 3 : 1;
        }
        if (at > start) {
            token(TokenKind.HEREDOC_TEXT, start, at);
        }
        if (at < text.length() && (at == start || text.charAt(at - 1) != '\n') && (next("${") || next("%{"))) {
            openSequence();
        }
    }

    private boolean isMarker(int start, int end, String marker) {
        int from = start;
        int to = end;
        while (from < to && (text.charAt(from) == ' ' || text.charAt(from) == '\t')) {
            from++;
        }
        while (to > from && (text.charAt(to - 1) == ' ' || text.charAt(to - 1) == '\t')) {
            to--;
        }
        return to - from == marker.length() && text.startsWith(marker, from);
    }

    /** The text ended inside a heredoc: read on after its first line as if it were empty. */
    private void heredocMissing(LexMode mode) {
        int openerEnd = text.indexOf('\n', mode.opened);
        troubles.add(TroubleKind.UNCLOSED_HEREDOC, mode.opened, openerEnd, mode.marker);
        modes.pop();
        if (++unclosedHeredocs > MAX_UNCLOSED_HEREDOCS || modes.size() > 1) {
            token(TokenKind.CLOSE_HEREDOC, at, at);
            return;
        }
        while (tokens.get(tokens.size() - 1).start() > mode.opened) {
            tokens.remove(tokens.size() - 1);
        }
        at = openerEnd;
        token(TokenKind.CLOSE_HEREDOC, at, at);
    }
}
