package dev.plumbline.terraform.source;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Puts the reading of a native file together: tokens, braces, blocks; then once more without the lines that are no
 * Terraform at all, when there are such lines.
 */
final class SourceReader {

    private static final int MOST_ROUNDS = 4;

    private SourceReader() {}

    static SourceFile read(SourceText text) {
        if (text.text().length() > SourceFile.LONGEST) {
            return SourceFile.empty(text, SyntaxTrouble.of(TroubleKind.TOO_LARGE, text.range(0, 0), ""));
        }
        if (text.file().endsWith(".json")) {
            return JsonReader.read(text);
        }
        BitSet masked = new BitSet();
        List<SyntaxTrouble> foreign = new ArrayList<>();
        SourceFile file = once(text, masked, foreign);
        for (int round = 1; round < MOST_ROUNDS && file.isBroken(); round++) {
            List<SyntaxTrouble> found = ForeignLines.find(file, masked);
            if (found.isEmpty()) {
                break;
            }
            foreign.addAll(found);
            found.forEach(trouble -> masked.set(trouble.range().startLine()));
            file = once(text, masked, foreign);
        }
        return WholeText.judge(file);
    }

    private static SourceFile once(SourceText text, BitSet masked, List<SyntaxTrouble> foreign) {
        Lexed lexed = Lexer.lex(text, masked);
        TroubleLog log = new TroubleLog(text);
        if (!text.encoding().isUtf8()) {
            log.add(TroubleKind.NOT_UTF8, 0, 0, text.encoding().name());
        }
        foreign.forEach(log::add);
        lexed.troubles().forEach(log::add);
        BraceRepair braces = BraceRepair.of(text, lexed.tokens());
        braces.troubles().forEach(log::add);
        Body body = new BodyParser(new Cursor(text, braces.tokens(), log)).file();
        List<SyntaxTrouble> troubles = new ArrayList<>(log.list());
        troubles.addAll(new StructureScan(text, log.list()).scan(body));
        LookalikeScan.scan(text, lexed.tokens(), troubles);
        troubles.sort(null);
        return new SourceFile(text, body, lexed.comments(), troubles);
    }
}
