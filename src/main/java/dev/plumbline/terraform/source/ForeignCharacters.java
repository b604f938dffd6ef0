package dev.plumbline.terraform.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Characters that the language does not have: typographic and single quotes, invisible ones, semicolons, stray bytes. */
final class ForeignCharacters {
    /** The beginning of an argument or block. */
    private static final Pattern ITEM = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_-]*\\s*[={\"]");

    private final Scan scan;

    ForeignCharacters(Scan scan) {
        this.scan = scan;
    }

    /** Reads past one such character: where it stands for one of the language's own, as that. */
    void pass(int c) {
        int length = Character.charCount(c);
        if (Characters.isInvisible(c)) {
            String instead = Characters.isWideBlank(c) ? " " : "";
            scan.troubles.add(
                    TroubleKind.INVISIBLE_CHARACTER,
                    scan.at,
                    scan.at + length,
                    Characters.describe(c),
                    new SourceEdit(scan.source.range(scan.at, scan.at + length), instead));
            scan.at += length;
        } else if (Characters.isForeignQuote(c)) {
            foreignQuote(c);
        } else if (c == ';') {
            semicolon();
        } else {
            TroubleKind kind = SourceEncoding.isEscapedByte(c) ? TroubleKind.NOT_UTF8 : TroubleKind.INVALID_CHARACTER;
            scan.troubles.add(kind, scan.at, scan.at + length, Characters.describe(c));
            scan.take(TokenKind.INVALID, length);
        }
    }

    private void foreignQuote(int c) {
        TroubleKind kind = c == '\'' ? TroubleKind.SINGLE_QUOTES : TroubleKind.SMART_QUOTES;
        int close = QuoteRepair.closingQuote(scan.text, scan.at, Math.min(scan.lineEnd(scan.at), scan.at + Scan.REACH));
        if (close < 0) {
            scan.troubles.add(kind, scan.at, scan.at + 1, Characters.describe(c));
            scan.take(TokenKind.INVALID, 1);
            return;
        }
        boolean plainInside = scan.text.indexOf('"', scan.at) < 0 || scan.text.indexOf('"', scan.at) >= close;
        List<SourceEdit> repair = new ArrayList<>();
        if (plainInside) {
            repair.add(new SourceEdit(scan.source.range(scan.at, scan.at + 1), "\""));
            if (scan.text.charAt(close) != '"') {
                repair.add(new SourceEdit(scan.source.range(close, close + 1), "\""));
            }
        }
        scan.troubles.add(new SyntaxTrouble(
                kind, scan.source.range(scan.at, close + 1), Characters.describe(c), List.of(), repair));
        scan.take(TokenKind.OPEN_QUOTE, 1);
        if (close > scan.at) {
            scan.token(TokenKind.QUOTED_TEXT, scan.at, close);
        }
        scan.at = close;
        scan.take(TokenKind.CLOSE_QUOTE, 1);
    }

    private void semicolon() {
        int end = scan.at + 1;
        while (end < scan.text.length() && (scan.text.charAt(end) == ' ' || scan.text.charAt(end) == '\t')) {
            end++;
        }
        String before = scan.text.substring(scan.source.lineStart(scan.source.lineOf(scan.at)), scan.at);
        boolean afterItem = before.isBlank() || before.indexOf('=') >= 0 || before.indexOf('}') >= 0;
        boolean between = afterItem
                && ITEM.matcher(scan.text)
                        .region(end, Math.min(scan.text.length(), end + Scan.REACH))
                        .lookingAt();
        String indent = scan.source.indentOf(scan.source.lineOf(scan.at));
        SourceEdit edit = between
                ? new SourceEdit(scan.source.range(scan.at, end), "\n" + indent)
                : SourceEdit.delete(scan.source.range(scan.at, scan.at + 1));
        scan.troubles.add(TroubleKind.SEMICOLON, scan.at, scan.at + 1, ";", edit);
        if (between) {
            // Whoever writes it means the end of an argument.
            scan.take(TokenKind.NEWLINE, 1);
        } else {
            scan.at++;
        }
    }
}
