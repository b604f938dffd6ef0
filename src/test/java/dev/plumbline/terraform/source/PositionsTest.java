package dev.plumbline.terraform.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where things are: ranges nest, lines and columns agree with offsets, and no character is lost between tokens. */
class PositionsTest {
    private static final int FILES = 500;

    @Test
    void rangesLieInTheirParentsInOrder() {
        for (long seed = 0; seed < FILES; seed++) {
            String as = "seed " + seed;
            SourceFile file = parse(seed);
            TreeNode.of(file).walk(node -> {
                int from = node.range().startOffset();
                for (TreeNode child : node.children()) {
                    assertThat(node.range().encloses(child.range()))
                            .as("%s: %s in %s", as, child, node)
                            .isTrue();
                    assertThat(child.range().startOffset())
                            .as("%s: %s", as, child)
                            .isGreaterThanOrEqualTo(from);
                    from = child.range().endOffset();
                }
            });
        }
    }

    @Test
    void linesAndColumnsAgreeWithOffsets() {
        for (long seed = 0; seed < FILES; seed++) {
            String as = "seed " + seed;
            SourceFile file = parse(seed);
            TreeNode.of(file).walk(node -> {
                SourceRange range = node.range();
                assertThat(List.of(range.startLine(), range.startColumn()))
                        .as("start of %s in %s", node, as)
                        .isEqualTo(place(file.text().text(), range.startOffset()));
                assertThat(List.of(range.endLine(), range.endColumn()))
                        .as("end of %s in %s", node, as)
                        .isEqualTo(place(file.text().text(), range.endOffset()));
                assertThat(file.text().offsetOf(range.startLine(), range.startColumn()))
                        .as("offset of %s in %s", node, as)
                        .isEqualTo(range.startOffset());
            });
        }
    }

    /** Counted the slow way: line breaks before, code points since the last. */
    private static List<Integer> place(String text, int offset) {
        int line = 1 + (int) text.chars().limit(offset).filter(c -> c == '\n').count();
        int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
        return List.of(line, text.codePointCount(lineStart, offset) + 1);
    }

    @Test
    void tokensAndCommentsAreTheWholeText() {
        for (long seed = 0; seed < FILES; seed++) {
            SourceText text = SourceText.of("main.tf", FileWriter.file(seed).text());
            Lexed lexed = Lexer.lex(text, new BitSet());
            List<int[]> read = new ArrayList<>();
            lexed.tokens().forEach(token -> read.add(new int[] {token.start(), token.end()}));
            lexed.comments()
                    .forEach(comment -> read.add(new int[] {
                        comment.range().startOffset(), comment.range().endOffset()
                    }));
            read.sort((a, b) -> a[0] != b[0] ? Integer.compare(a[0], b[0]) : Integer.compare(a[1], b[1]));
            int from = 0;
            for (int[] piece : read) {
                assertThat(piece[0]).as("seed %d: overlap", seed).isGreaterThanOrEqualTo(from);
                assertThat(text.text().substring(from, piece[0]))
                        .as("seed %d: lost at %d", seed, from)
                        .isBlank();
                from = piece[1];
            }
            assertThat(from).as("seed %d", seed).isEqualTo(text.text().length());
        }
    }

    @Test
    void aByteOrderMarkMovesNothing() {
        for (long seed = 0; seed < 50; seed++) {
            SourceFile plain = parse(seed);
            byte[] marked = ("\uFEFF" + plain.text().text()).getBytes(StandardCharsets.UTF_8);

            SourceFile file = SourceFile.parse(SourceText.of("main.tf", marked));

            assertThat(file.troubles()).as("seed %d", seed).isEmpty();
            assertThat(file.body()).as("seed %d", seed).isEqualTo(plain.body());
            assertThat(file.text().bytes()).as("seed %d", seed).isEqualTo(marked);
        }
    }

    private static SourceFile parse(long seed) {
        return SourceFile.parse(SourceText.of("main.tf", FileWriter.file(seed).text()));
    }
}
