package dev.plumbline.terraform.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Any bytes are read to the end, with every range inside of them, and are given back as they were. */
class AnyTextTest {
    private static final int RUNS = 3000;

    /** Putting a missing quote or brace in the text adds a few tokens; reading on adds none. */
    private static final int MOST_TOKENS_MORE = 1000;

    @Test
    void anyPrefixIsRead() {
        for (long seed = 0; seed < 4; seed++) {
            String text = FileWriter.file(seed).text();
            for (int end = 0; end <= text.length(); end++) {
                isRead("seed " + seed + " up to " + end, SourceText.of("main.tf", text.substring(0, end)));
            }
        }
    }

    @Test
    void anyDamageIsRead() {
        for (long seed = 0; seed < RUNS; seed++) {
            String text = Damage.one(FileWriter.file(seed % 400).text(), new Random(seed));
            isRead("seed " + seed, SourceText.of("main.tf", text));
        }
    }

    @Test
    void anyBytesAreReadAndGivenBack() {
        for (long seed = 0; seed < RUNS / 4; seed++) {
            byte[] bytes = Damage.noise(new Random(seed));
            SourceText text = SourceText.of("main.tf", bytes);
            isRead("seed " + seed, text);
            assertThat(text.bytes()).as("seed %d", seed).isEqualTo(bytes);
        }
    }

    private static void isRead(String what, SourceText text) {
        SourceFile file = parse(what, text);
        int length = text.text().length();
        TreeNode.of(file).walk(node -> {
            int start = node.range().startOffset();
            int end = node.range().endOffset();
            assertThat(0 <= start && start <= end && end <= length)
                    .as("%s: %s", what, node)
                    .isTrue();
        });
        for (SyntaxTrouble trouble : file.troubles()) {
            assertThat(trouble.range().endOffset()).as("%s: %s", what, trouble).isLessThanOrEqualTo(length);
            assertThatCode(() -> text.edited(trouble.repair()))
                    .as("%s: %s", what, trouble)
                    .doesNotThrowAnyException();
        }
        assertThat(Lexer.lex(text, new BitSet()).tokens().size()).as(what).isLessThan(length + MOST_TOKENS_MORE);
    }

    private static SourceFile parse(String what, SourceText text) {
        try {
            return SourceFile.parse(text);
        } catch (RuntimeException e) {
            throw new AssertionError(what + " cannot be read:\n" + text.text(), e);
        }
    }

    /** A cursor lets each token be read a fixed number of times at most; what asks for more is told to stop. */
    @Test
    void rereadingEndsAfterAFixedNumberOfReadsPerToken() {
        SourceText text = SourceText.of("main.tf", "a b c d\n");
        Lexed lexed = Lexer.lex(text, new BitSet());
        Cursor cursor = new Cursor(text, lexed.tokens(), new TroubleLog(text));
        long reads = 0;
        try {
            while (reads < 100_000) {
                cursor.moveTo(0);
                cursor.read();
                reads++;
            }
        } catch (SyntaxStop stop) {
            assertThat(stop.kind).isEqualTo(TroubleKind.TOO_LARGE);
        }
        assertThat(cursor.isExhausted()).isTrue();
        assertThat(reads).isBetween(1000L, 1000L + 31L * lexed.tokens().size());
    }
}
