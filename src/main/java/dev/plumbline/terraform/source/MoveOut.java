package dev.plumbline.terraform.source;

import java.util.ArrayList;
import java.util.List;

/** Moves a block that was written inside another to the line after it. */
final class MoveOut {

    private MoveOut() {}

    static SyntaxTrouble trouble(SourceText text, Block outer, Block inner) {
        List<SourceEdit> repair = new ArrayList<>();
        SourceRange lines = text.wholeLines(inner.range());
        boolean alone = text.line(inner.range().startLine()).strip().startsWith(inner.type())
                && inner.closeBrace() != null
                && outer.closeBrace() != null
                && text.line(inner.range().endLine()).strip().endsWith("}")
                && inner.range().startLine() > outer.range().startLine()
                && inner.range().endLine() < outer.range().endLine();
        if (alone) {
            int from = lines.startOffset();
            int line = inner.range().startLine() - 1;
            if (line > outer.range().startLine() && text.line(line).isBlank()) {
                from = text.lineStart(line);
            }
            repair.add(SourceEdit.delete(text.range(from, lines.endOffset())));
            int end = text.lineEnd(outer.range().endLine());
            repair.add(new SourceEdit(text.range(end, end), "\n\n" + shifted(text, inner)));
        }
        return new SyntaxTrouble(
                TroubleKind.NESTED_BLOCK, inner.headerRange(), inner.type(), List.of(outer.headerRange()), repair);
    }

    private static String shifted(SourceText text, Block inner) {
        String indent = text.indentOf(inner.range().startLine());
        StringBuilder moved = new StringBuilder();
        for (int line = inner.range().startLine(); line <= inner.range().endLine(); line++) {
            String content = text.line(line);
            moved.append(content.startsWith(indent) ? content.substring(indent.length()) : content.stripLeading());
            moved.append(line < inner.range().endLine() ? "\n" : "");
        }
        return moved.toString();
    }
}
