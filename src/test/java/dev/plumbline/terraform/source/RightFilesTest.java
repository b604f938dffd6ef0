package dev.plumbline.terraform.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is read of a right file is what was written, where it was written. */
class RightFilesTest {
    private static final int FILES = 2000;

    /** Nodes that the writer notes as well; all others (labels, names, literal texts) lie inside of these. */
    private static final Set<String> NOT_NOTED =
            Set.of("Body", "Type", "Label", "ArgumentName", "AttributeName", "FunctionName", "Text");

    @Test
    void allIsReadAsWritten() {
        for (long seed = 0; seed < FILES; seed++) {
            FileWriter.Written written = FileWriter.file(seed);

            SourceFile file = SourceFile.parse(SourceText.of("main.tf", written.text()));

            assertThat(file.troubles()).as(describe(seed, written)).isEmpty();
            assertThat(differences(written.pieces(), pieces(file)))
                    .as(describe(seed, written))
                    .isEmpty();
            assertThat(file.comments().stream()
                            .map(c -> new Ink.Piece(
                                    c.text(), c.range().startOffset(), c.range().endOffset())))
                    .as(describe(seed, written))
                    .containsExactlyElementsOf(written.comments());
        }
    }

    private static List<String> differences(List<Ink.Piece> written, List<Ink.Piece> read) {
        List<String> found = new ArrayList<>();
        written.stream().filter(piece -> !read.contains(piece)).forEach(piece -> found.add("not read: " + piece));
        read.stream().filter(piece -> !written.contains(piece)).forEach(piece -> found.add("not written: " + piece));
        if (found.isEmpty() && written.size() != read.size()) {
            found.add(written.size() + " pieces written, " + read.size() + " read");
        }
        return found;
    }

    private static List<Ink.Piece> pieces(SourceFile file) {
        List<Ink.Piece> pieces = new ArrayList<>();
        TreeNode.of(file).walk(node -> {
            if (!NOT_NOTED.contains(node.kind())) {
                pieces.add(new Ink.Piece(
                        node.kind(), node.range().startOffset(), node.range().endOffset()));
            }
        });
        pieces.sort(null);
        return pieces;
    }

    private static String describe(long seed, FileWriter.Written written) {
        return "seed " + seed + "\n" + written.text() + "\n";
    }
}
