package dev.plumbline.terraform.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Troubles that take more than a line of native syntax to show. */
class OtherTroublesTest {

    @Test
    void aByteThatIsNoUtf8IsNamedAndKept() {
        byte[] bytes = "locals {\n  a = \"Gr\u00F6\u00DFe\"\n}\n".getBytes(StandardCharsets.ISO_8859_1);
        SourceFile file = SourceFile.parse(SourceText.of("main.tf", bytes));

        assertThat(file.troubles())
                .extracting(trouble -> trouble.kind() + " " + trouble.range() + " " + trouble.subject())
                .containsExactly("NOT_UTF8 main.tf:2:10 byte 0xF6", "NOT_UTF8 main.tf:2:11 byte 0xDF");
        assertThat(file.text().bytes()).isEqualTo(bytes);
    }

    @Test
    void utf16IsReadAndReported() {
        byte[] bytes = "\uFEFFlocals {\n  a = 1\n}\n".getBytes(StandardCharsets.UTF_16LE);
        SourceFile file = SourceFile.parse(SourceText.of("main.tf", bytes));

        assertThat(file.troubles()).extracting(SyntaxTrouble::kind).containsExactly(TroubleKind.NOT_UTF8);
        assertThat(file.body().blocks("locals")).hasSize(1);
        assertThat(SourceFile.parse(file.text().asUtf8()).troubles()).isEmpty();
    }

    @Test
    void aCarriageReturnThatEndsNoLineIsRefusedInHeredocsToo() {
        for (String text : List.of("a = \"x\ry\"", "a = <<E\nx\ry\nE", "a = <<E\nx\r\r\nE")) {
            SourceFile file = SourceFile.parse(SourceText.of("main.tf", "locals {\n  " + text + "\n}\n"));
            assertThat(file.troubles()).extracting(SyntaxTrouble::subject).contains("U+000D CARRIAGE RETURN (CR)");
        }
    }

    @Test
    void whatIsTooDeepOrTooLongIsALimitAndNoMistake() {
        String deep = "locals {\n  a = " + "(".repeat(200) + "1" + ")".repeat(200) + "\n}\n";
        assertThat(parse("main.tf", deep).troubles())
                .extracting(trouble -> trouble.kind() + " " + trouble.severity())
                .containsExactly("TOO_DEEP LIMIT");
        assertThat(parse("main.tf", "#".repeat(SourceFile.LONGEST + 1)).troubles())
                .extracting(trouble -> trouble.kind() + " " + trouble.severity())
                .containsExactly("TOO_LARGE LIMIT");
    }

    @Test
    void jsonSaysWhereItBreaks() {
        SyntaxTrouble trouble =
                parse("main.tf.json", "{\n  \"locals\": {,}\n}\n").troubles().get(0);
        assertThat(trouble.kind() + " line " + trouble.range().startLine()).isEqualTo("INVALID_JSON line 2");
    }

    @Test
    void aNameDeclaredInTwoFilesPointsAtBoth() {
        Configuration configuration = Configuration.of(List.of(
                SourceText.of("a.tf", "variable \"x\" {\n}\n"), SourceText.of("b.tf", "\nvariable \"x\" {\n}\n")));

        assertThat(configuration.troubles())
                .extracting(trouble -> trouble.kind() + " " + trouble.range() + " " + trouble.related())
                .containsExactly("DUPLICATE_DECLARATION b.tf:2:1 [a.tf:1:1]");
    }

    private static SourceFile parse(String name, String text) {
        return SourceFile.parse(SourceText.of(name, text));
    }
}
