package dev.plumbline.terraform.source;

/** How the lines of a text end; {@link #MIXED} texts have both kinds, {@link #NONE} is a text of one line. */
public enum LineEnding {
    LF,
    CRLF,
    MIXED,
    NONE;

    static LineEnding of(String text) {
        int crlf = 0;
        int lf = 0;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (at > 0 && text.charAt(at - 1) == '\r') {
                crlf++;
            } else {
                lf++;
            }
        }
        if (crlf == 0) {
            return lf == 0 ? NONE : LF;
        }
        return lf == 0 ? CRLF : MIXED;
    }
}
