package dev.plumbline.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Results results;

    ResultsTest(@TempDir Path folder) {
        this.folder = folder;
        this.results = new Results(folder.resolve("out"), "kinesis-stream");
    }

    private static String report(String id, String verdict, String score) {
        return "{\"schema\":\"plumbline/report/1\",\"verdict\":\"" + verdict + "\",\"score\":" + score
                + ",\"maxScore\":5,\"trouble\":\"why\",\"requirements\":[{\"id\":\"a\",\"title\":\"A\",\"status\":\"met\"}],"
                + "\"diagnoses\":[{\"mistake\":\"m\"},{\"mistake\":\"r\",\"remark\":true}],"
                + "\"submission\":{\"id\":\"" + id + "\",\"source\":\"s\",\"sha256\":\"ab\",\"seconds\":1.5}}";
    }

    @Test
    void theCohortIsWhatTheReportsSayInTheOrderOfTheirIds() throws IOException {
        results.write("b", Results.REPORT, report("b", "failed", "3"));
        results.write("a", Results.REPORT, report("a", "could-not-grade", "null"));
        JsonNode cohort = JSON.readTree(results.sumUp());
        assertThat(cohort).isEqualTo(JSON.readTree(Files.readString(folder.resolve("out/cohort.json"))));
        assertThat(cohort.path("schema").asText()).isEqualTo("plumbline/cohort/1");
        assertThat(cohort.path("submissions").findValuesAsText("id")).containsExactly("a", "b");
        assertThat(cohort.at("/submissions/0/score").isNull()).isTrue();
        assertThat(cohort.at("/submissions/1/score").asInt()).isEqualTo(3);
        assertThat(cohort.at("/submissions/1/requirements/a").asText()).isEqualTo("met");
        assertThat(cohort.at("/submissions/1/mistakes").toString()).isEqualTo("[\"m\"]");
    }

    @Test
    void whatIsHalfWrittenOrDamagedIsNoResultAndNothingIsLeftLyingAround() throws IOException {
        results.write("a", Results.REPORT, report("a", "passed", "5"));
        Path half = Files.createDirectories(folder.resolve("out/submissions/b"));
        Files.writeString(half.resolve(".being-written-1.tmp"), "{\"sch");
        Path damaged = Files.createDirectories(folder.resolve("out/submissions/c"));
        Files.writeString(damaged.resolve(Results.REPORT), "{\"schema\":");
        assertThat(results.rows()).extracting(Row::id).containsExactly("a");
        assertThat(results.has("b")).isFalse();
        try (Stream<Path> files = Files.list(folder.resolve("out/submissions/a"))) {
            assertThat(files.map(path -> path.getFileName().toString())).containsExactly(Results.REPORT);
        }
    }

    @Test
    void credentialsAreInNothingThatIsWritten() {
        Redaction redaction = new Redaction(Set.of("wJalrXUtnFEMI/K7MDENG"));
        assertThat(redaction.of("a \"wJalrXUtnFEMI/K7MDENG\" b AKIAIOSFODNN7EXAMPLE c"))
                .doesNotContain("wJalr")
                .doesNotContain("AKIA");
    }
}
