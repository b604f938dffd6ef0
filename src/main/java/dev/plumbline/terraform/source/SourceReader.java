package dev.plumbline.terraform.source;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Puts the reading of a native file together: tokens, blocks, then what the whole text tells about its troubles. */
final class SourceReader {

    private SourceReader() {}

    static SourceFile read(SourceText text) {
        if (text.text().length() > SourceFile.LONGEST) {
            return SourceFile.empty(text, SyntaxTrouble.of(TroubleKind.TOO_LARGE, text.range(0, 0), ""));
        }
        return once(text, new BitSet());
    }

    private static SourceFile once(SourceText text, BitSet masked) {
        Lexed lexed = Lexer.lex(text, masked);
        TroubleLog log = new TroubleLog(text);
        lexed.troubles().forEach(log::add);
        Cursor cursor = new Cursor(text, lexed.tokens(), log);
        BodyParser parser = new BodyParser(cursor);
        Body body = parser.file();
        for (BodyParser.OpenBlock open : parser.unclosed()) {
            log.add(TroubleKind.UNCLOSED_BLOCK, open.headerStart(), open.brace(), "");
        }
        List<SyntaxTrouble> troubles = new ArrayList<>(log.list());
        troubles.sort(null);
        return new SourceFile(text, body, lexed.comments(), troubles);
    }
}
