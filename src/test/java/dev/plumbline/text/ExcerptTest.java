package dev.plumbline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "name = \"data stream\"    | 8 | \"data stream\"",
                "name = \"data stream\"    | 1 | name",
                "name = \"a \\\" b\" # c  | 8 | \"a \\\" b\"",
                "name = \"${f(\"x\")}-s\"  | 8 | \"${f(\"x\")}-s\"",
                "name = \"never closed    | 8 | \"",
                "region = us-east-1      | 10 | us-east-1",
                "}                         | 1  | }",
            },
            delimiter = '|')
    void whatIsMeantIsMarkedWhole(String code, int column, String marked) {
        List<Line> lines = Excerpt.around(code, 1, column, 0, 80);
        String caret = lines.get(1).text();
        String source = lines.get(0).text();

        assertThat(source.substring(caret.indexOf('^'), caret.lastIndexOf('^') + 1))
                .isEqualTo(marked);
    }
}
