package dev.plumbline.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FixDiffTest {
    @Test
    void showsThreeLinesAround() {
        String before = "1\n2\n3\n4\nold\n6\n7\n8\n9\n";
        String after = "1\n2\n3\n4\nnew\nmore\n6\n7\n8\n9\n";

        assertThat(FixDiff.of("main.tf", before, after))
                .isEqualTo(
                        """
                        --- a/main.tf
                        +++ b/main.tf
                        @@ -2,7 +2,8 @@
                         2
                         3
                         4
                        -old
                        +new
                        +more
                         6
                         7
                         8
                        """);
    }

    @Test
    void aNewFileIsAllAdded() {
        assertThat(FixDiff.of("main.tf", "", "a\nb\n"))
                .isEqualTo("--- a/main.tf\n+++ b/main.tf\n@@ -0,0 +1,2 @@\n+a\n+b\n");
    }

    @Test
    void farChangesAreApart() {
        String before = "a\n".repeat(20);
        String after = "x\n" + "a\n".repeat(18) + "y\n";

        assertThat(FixDiff.of("main.tf", before, after).split("(?m)^@@ ", -1)).hasSize(3);
    }

    @Test
    void nothingChangedIsNothing() {
        assertThat(FixDiff.of("main.tf", "a\n", "a\n")).isEmpty();
    }

    @Test
    void lineEndingsAreNoDifference() {
        assertThat(FixDiff.of("main.tf", "a\r\nb\r\n", "a\r\nc\r\n"))
                .contains("-b\n+c\n")
                .doesNotContain("\r");
    }
}
