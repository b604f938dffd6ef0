package dev.plumbline.coaching;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.SourceEdit;
import dev.plumbline.terraform.source.SourceFile;
import dev.plumbline.terraform.source.SyntaxTrouble;
import java.util.ArrayList;
import java.util.List;

/** An argument set more than once: the one that says what the lab asks for stays, the first where none does. */
final class Twice {
    private Twice() {}

    static List<Diagnosis.Edit> keepRight(Situation situation, SourceFile file, List<SyntaxTrouble> troubles) {
        Surgery surgery = situation.code().surgery(file.name());
        List<SourceEdit> edits = new ArrayList<>();
        List<Block> blocks = new ArrayList<>(file.allBlocks());
        for (SyntaxTrouble trouble : troubles) {
            for (Block block : blocks) {
                List<Argument> same = block.body().arguments().stream()
                        .filter(a -> a.name().equals(trouble.subject()))
                        .toList();
                boolean here = same.stream()
                        .anyMatch(a ->
                                a.nameRange().startOffset() == trouble.range().startOffset()
                                        || a.range().encloses(trouble.range()));
                if (same.size() > 1 && here) {
                    Argument kept = kept(situation, block, same);
                    same.stream()
                            .filter(a -> !a.equals(kept))
                            .map(surgery::delete)
                            .forEach(edits::add);
                }
            }
        }
        return surgery.done(edits);
    }

    private static Argument kept(Situation situation, Block block, List<Argument> same) {
        String wanted = situation.wantedText(block, same.get(0).name());
        return same.stream()
                .filter(a -> wanted.equals(
                        situation.meaning().value(a.value()).text().orElse(null)))
                .findFirst()
                .orElse(same.get(0));
    }
}
