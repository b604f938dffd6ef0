package dev.plumbline.terraform.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts between {@code <<NAME} and a line with that name; one that never ends is read as if it were empty. */
final class Heredocs {
    private static final Pattern OPENER = Pattern.compile("<<-?([\\p{L}_][\\p{L}\\p{M}\\p{Nd}_-]*)\\r?\\n");
    private static final int MAX_UNCLOSED = 20;

    private final Scan scan;
    private int unclosed;

    Heredocs(Scan scan) {
        this.scan = scan;
    }

    /** Takes the opening marker, if one is here. */
    boolean open() {
        Matcher matcher = OPENER.matcher(scan.text).region(scan.at, Math.min(scan.text.length(), scan.at + Scan.REACH));
        if (!matcher.lookingAt()) {
            return false;
        }
        int opened = scan.at;
        scan.take(TokenKind.OPEN_HEREDOC, matcher.end() - scan.at);
        scan.modes.push(new LexMode(LexMode.Kind.HEREDOC, opened, matcher.group(1)));
        return true;
    }

    /** Takes the next piece of text, an opening sequence, or the closing marker. */
    void go(LexMode mode) {
        if (scan.at >= scan.text.length()) {
            missing(mode);
            return;
        }
        if (scan.text.charAt(scan.at - 1) == '\n') {
            int end = scan.lineEnd(scan.at);
            if (isMarker(scan.at, end, mode.marker)) {
                if (end == scan.text.length()) {
                    // The closing marker needs a line break behind it.
                    scan.troubles.add(
                            TroubleKind.UNCLOSED_HEREDOC,
                            scan.at,
                            end,
                            mode.marker,
                            new SourceEdit(scan.source.range(end, end), "\n"));
                }
                scan.token(TokenKind.CLOSE_HEREDOC, scan.at, end);
                scan.at = end;
                scan.modes.pop();
                return;
            }
        }
        int start = scan.at;
        while (scan.at < scan.text.length() && !scan.next("${") && !scan.next("%{")) {
            if (scan.text.charAt(scan.at) == '\n') {
                scan.at++;
                break;
            }
            scan.reportRaw(scan.text.charAt(scan.at));
            scan.at += scan.next("$${") || scan.next("%%{") ? 3 : 1;
        }
        if (scan.at > start) {
            scan.token(TokenKind.HEREDOC_TEXT, start, scan.at);
        }
        if (scan.at < scan.text.length()
                && (scan.at == start || scan.text.charAt(scan.at - 1) != '\n')
                && (scan.next("${") || scan.next("%{"))) {
            scan.openSequence();
        }
    }

    private boolean isMarker(int start, int end, String marker) {
        int from = start;
        int to = end;
        while (from < to && isBlank(scan.text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(scan.text.charAt(to - 1))) {
            to--;
        }
        return to - from == marker.length() && scan.text.startsWith(marker, from);
    }

    /** What Terraform passes over around the marker: the white space of Unicode, but for a carriage return. */
    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u000B' || c == '\f' || c == '\u0085' || Character.isSpaceChar(c);
    }

    /** The text ended inside a heredoc: read on after its first line as if it were empty. */
    private void missing(LexMode mode) {
        int openerEnd = scan.text.indexOf('\n', mode.opened);
        scan.troubles.add(TroubleKind.UNCLOSED_HEREDOC, mode.opened, scan.lineEnd(mode.opened), mode.marker);
        scan.modes.pop();
        if (++unclosed > MAX_UNCLOSED || scan.modes.size() > 1) {
            scan.token(TokenKind.CLOSE_HEREDOC, scan.at, scan.at);
            return;
        }
        scan.forgetTokens(mode.opened + 1);
        scan.at = openerEnd;
        scan.token(TokenKind.CLOSE_HEREDOC, scan.at, scan.at);
    }
}
