package dev.plumbline.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HclTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            quoteCharacter = '~',
            value = {
                "a = 1 # one|a = 1 ",
                "a = 1 // one|a = 1 ",
                "a /* b */ = 1|a   = 1",
                "url = \"http://x#y\"|url = \"http://x#y\"",
                "s = \"a\\\"# b\" # c|s = \"a\\\"# b\" ",
                "/* never closed|~ ~",
                "s = \"half typed|s = \"half typed",
                "a = \"x\\|a = \"x\\",
            })
    void dropsCommentsAndNothingElse(String text, String kept) {
        assertThat(HclText.withoutComments(text)).isEqualTo(kept);
        assertThat(HclText.withoutComments(text + "\nnext = 2"))
                .endsWith(text.startsWith("/*") ? kept : kept + "\nnext = 2");
    }
}
