package dev.plumbline.terraform.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text of heredocs; the values were seen in Terraform 1.11.4. Dots stand for blanks. */
class HeredocsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    <<E\\n..x\\n.y\\nE                                | ..x\\n.y\\n
                    <<E\\n..x..\\n..E..                               | ..x..\\n
                    <<-E\\n..x\\n....y\\n..E                          | x\\n..y\\n
                    <<-E\\n..x\\n\\n..y\\nE                           | x\\n\\ny\\n
                    <<-E\\n..x\\n....\\n..y\\nE                       | x\\n....\\ny\\n
                    <<-E\\n..${1}\\n..y\\nE                           | 1\\ny\\n
                    <<-E\\n${1}\\n..y\\nE                             | 1\\n..y\\n
                    <<-E\\n..%{.if.true.}\\n..y\\n..%{.endif.}\\nE    | \\ny\\n\\n
                    <<-E\\n..%{.if.true.~}\\n..y\\n..%{.endif.~}\\nE  | ..y\\n
                    <<-E\\n..%{.for.v.in.[1,2].}\\n..-${v}\\n..%{.endfor.}\\nE | \\n-1\\n\\n-2\\n\\n
                    <<E\\na\\n..${~.1.~}..\\nb\\nE                    | a\\n1b\\n
                    <<E\\n$${x}.%%{y}.\\\\n\\nE                       | ${x}.%{y}.\\\\n\\n
                    """)
    void text(String written, String expected) {
        String code = "locals {\n  a = " + unfold(written) + "\n}\n";
        SourceFile file = SourceFile.parse(SourceText.of("main.tf", code));
        assertThat(file.troubles()).isEmpty();
        Evaluator evaluator = new Evaluator(Configuration.of(List.of(SourceText.of("main.tf", code))), Situation.PLAIN);

        Value value = evaluator.evaluate(
                evaluator.configuration().local("a").orElseThrow().value());

        assertThat(value.text()).contains(unfold(expected));
    }

    private static String unfold(String cell) {
        return cell.replace("\\\\", "\u0001")
                .replace("\\n", "\n")
                .replace('.', ' ')
                .replace("\u0001", "\\");
    }
}
