package dev.plumbline.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every broken lab file gets exactly one problem, at the right place: {@code broken-labs/expected.tsv}. */
class BrokenLabsTest {
    private static final Path FILES = Path.of("src/test/resources/broken-labs");

    private final Path home;

    BrokenLabsTest(@TempDir Path home) {
        this.home = home;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("expected")
    void isToldOnceAtItsPlace(String file, String told) throws IOException {
        List<LabProblem> problems = problemsOf(Files.readAllBytes(FILES.resolve(file)));

        assertThat(problems).extracting(LabProblem::toString).containsExactly(told);
    }

    @Test
    void everyBrokenFileIsInTheTable() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml")))
                    .containsExactlyInAnyOrderElementsOf(
                            expected().map(row -> row[0]).toList())
                    .hasSizeGreaterThanOrEqualTo(60);
        }
    }

    @Test
    void severalProblemsAreToldTogether() throws IOException {
        String text = "title: 1\nsumary: x\nservices: kinesis\n";

        assertThat(problemsOf(text.getBytes(StandardCharsets.UTF_8)))
                .extracting(LabProblem::toString)
                .contains(
                        "labs/broken/lab.yaml:1:8: expected text, found the number 1. Put it in quotes",
                        "labs/broken/lab.yaml:2:1: unknown key 'sumary'. Did you mean 'summary'?",
                        "labs/broken/lab.yaml:3:11: expected a list, found the text kinesis. Begin each item with '- '")
                .hasSizeLessThan(10);
    }

    @Test
    void aHugeFileIsRefusedUnread() throws IOException {
        byte[] huge = "title: x # and on\n".repeat(20_000).getBytes(StandardCharsets.UTF_8);

        assertThat(problemsOf(huge))
                .singleElement()
                .asString()
                .isEqualTo("labs/broken/lab.yaml: is larger than 256 KiB. Keep long texts in content files");
    }

    @Test
    void aDeepFileIsRefusedAtTheLevelThatIsTooMuch() throws IOException {
        byte[] deep = ("title: " + "[".repeat(5000)).getBytes(StandardCharsets.UTF_8);

        assertThat(problemsOf(deep))
                .singleElement()
                .asString()
                .startsWith("labs/broken/lab.yaml:1:27: nested more than 20 levels deep");
    }

    @Test
    void aFolderInItsPlaceIsSaidToBeOne() throws IOException {
        Files.createDirectories(home.resolve("labs/broken/lab.yaml"));

        LabFileException told =
                catchThrowableOfType(LabFileException.class, () -> LabLoader.load(home, "broken", same -> same));

        assertThat(told).hasMessage("labs/broken/lab.yaml: is not a regular file. Create this file");
    }

    private List<LabProblem> problemsOf(byte[] bytes) throws IOException {
        Path lab = Files.createDirectories(home.resolve("labs/broken"));
        Files.write(lab.resolve("lab.yaml"), bytes);
        LabFileException told =
                catchThrowableOfType(LabFileException.class, () -> LabLoader.load(home, "broken", same -> same));
        assertThat(told).as("the loader accepts it").isNotNull();
        return told.problems();
    }

    static Stream<String[]> expected() throws IOException {
        return Files.readAllLines(FILES.resolve("expected.tsv")).stream().map(line -> line.split("\t", 2));
    }
}
