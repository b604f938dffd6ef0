package dev.plumbline.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.grading.Diagnosis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each small file gets the right first diagnosis from its source alone, and its fixes lead to a file without mistakes. */
class MistakeTableTest {
    static Stream<SmallCases.SmallCase> mistakes() throws IOException {
        return Stream.concat(SmallCases.read("mistakes.txt").stream(), SmallCases.read("variants.txt").stream());
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void firstDiagnosisNamesTheMistake(SmallCases.SmallCase each, @TempDir Path folder) throws IOException {
        each.writeTo(folder);

        List<Diagnosis> found = Bench.atSource(folder);

        assertThat(found).extracting(Diagnosis::mistake).first().isEqualTo(each.mistake());
        assertThat(found.get(0).title()).isNotBlank().doesNotContain("{{");
        assertThat(found.get(0).explanation()).isNotBlank().doesNotContain("{{");
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void fixesLeadToAFileWithoutMistakes(SmallCases.SmallCase each, @TempDir Path folder) throws IOException {
        each.writeTo(folder);
        List<Diagnosis> found = Bench.atSource(folder);
        if (found.get(0).fix() == null) {
            assertThat(found.get(0).command()).as("what else helps").isNotNull();
            return;
        }

        List<Diagnosis> left = Bench.mended(folder);

        assertThat(left)
                .as("what an edit cannot do has a command")
                .allMatch(d -> d.mistake().equals("not-initialised") || (d.fix() == null && d.command() != null));
    }
}
