package dev.plumbline.cohort.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.text.Golden;
import dev.plumbline.text.Look;
import dev.plumbline.text.Painter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsPagesTest {
    private static final String DIAGNOSIS =
            """
            {"mistake": "top-level-stream-mode", "title": "stream_mode directly in the resource",
             "explanation": "The mode belongs into a block. %s", "file": "main.tf", "line": 10, "column": 3},
            {"mistake": "noted", "title": "Only noted", "explanation": "No harm.", "remark": true}
            """;

    private final Path folder;

    ResultsPagesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private void put(String id, String verdict, String score, String mode, String diagnoses, String more)
            throws IOException {
        Path own = Files.createDirectories(folder.resolve("submissions").resolve(id));
        Files.writeString(
                own.resolve("report.json"),
                """
                {"schema": "plumbline/report/1", "lab": "kinesis-stream", "verdict": "%s", "score": %s, "maxScore": 2, %s
                 "requirements": [
                   {"id": "single-file", "title": "All code is in main.tf", "status": "met", "points": 1, "maxPoints": 1},
                   {"id": "stream-mode", "title": "It is ON_DEMAND", "status": "%s", "points": 0, "maxPoints": 1,
                    "expected": "ON_DEMAND", "message": "The file does not say it."}],
                 "diagnoses": [%s], "submission": {"id": "%s", "seconds": 21.44}}
                """
                        .formatted(verdict, score, more, mode, diagnoses, id));
    }

    @BeforeEach
    void aCohort() throws IOException {
        put("ada", "passed", "2", "met", "", "");
        put("ben", "failed", "1", "unmet", DIAGNOSIS.formatted("Put it there."), "");
        put("cyd", "failed", "1", "unmet", DIAGNOSIS.formatted("Put it there."), "");
        put("eve", "could-not-grade", "null", "blocked", "", "\"trouble\": \"Terraform was not found.\",");
        Files.createDirectories(folder.resolve("submissions/unfinished"));
        Files.writeString(
                Files.createDirectories(folder.resolve("submissions/torn")).resolve("report.json"), "{\"sch");
        Files.writeString(
                Files.createDirectories(folder.resolve("submissions/foreign")).resolve("report.json"), "{\"a\": 1}");
    }

    private Results results() throws IOException {
        Results results = ResultsReader.read(folder);
        return new Results(Path.of("results"), results.graded(), results.unread());
    }

    private String html() throws IOException {
        return new ResultsHtml(Path.of("")).write(results(), "0.1.0");
    }

    @Test
    void theTextFitsEightyColumns() throws IOException {
        String text = new Painter(Look.PLAIN).paint(ResultsText.lines(results(), 80));
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        Golden.check("results-text", text);
    }

    @Test
    void thePageIsAsItIsKept() throws IOException {
        Golden.check("results-html", html());
    }

    @Test
    void theTableHasOneRowASubmission() throws IOException {
        assertThat(ResultsCsv.write(results()))
                .isEqualTo(String.join(
                        "\r\n",
                        "id,verdict,score,maxScore,single-file,stream-mode,firstMistake,seconds",
                        "ada,passed,2,2,met,met,,21.4",
                        "ben,failed,1,2,met,unmet,top-level-stream-mode,21.4",
                        "cyd,failed,1,2,met,unmet,top-level-stream-mode,21.4",
                        "eve,could-not-grade,,2,met,blocked,,21.4",
                        ""));
    }

    @Test
    void whatIsNoReportIsNamedAndTheRestCounts() throws IOException {
        Results results = results();
        assertThat(results.graded()).extracting(Graded::id).containsExactly("ada", "ben", "cyd", "eve");
        assertThat(results.unread())
                .extracting(u -> u.file() + " " + u.why())
                .satisfiesExactly(
                        u -> assertThat(u).contains("foreign/report.json", "plumbline/report/1"),
                        u -> assertThat(u).contains("torn/report.json", "not JSON", "line 1"),
                        u -> assertThat(u).contains("unfinished/report.json", "not finished"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<script>alert(1)</script>", "</td></table>", "\\\" onmouseover=\\\"x", "{{{style}}}", "<!--"})
    void aStrangersTextStaysText(String hostile) throws IOException {
        String plain = html();
        put("mal", "failed", "1", "unmet", DIAGNOSIS.formatted(hostile), "\"trouble\": \"" + hostile + "\",");
        put("two", hostile, "1", hostile, DIAGNOSIS.replace("top-level-stream-mode", hostile), "");
        String page = html();
        assertThat(page).doesNotContain("<script>alert", "\" onmouseover=\"x");
        assertThat(count(page, "--paper: #ffffff")).isEqualTo(1);
        assertThat(count(page, "<script")).isEqualTo(count(plain, "<script"));
        assertThat(count(page, "</table>")).isEqualTo(count(plain, "</table>"));
        assertThat(count(page, "<!--")).isZero();
        assertThat(count(page, "<style")).isEqualTo(1);
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "=1+1,'=1+1",
                "+1,'+1",
                "-1,'-1",
                "@SUM(A1),'@SUM(A1)",
                "plain,plain",
                "a-b=c,a-b=c",
                "`say \"hi\"`,`\"say \"\"hi\"\"\"`",
                "`a,b`,`\"a,b\"`",
                "`\t=1`,`'\t=1`",
                "`= \",\"`,`\"'= \"\",\"\"\"`"
            })
    void aCellIsNoFormula(String text, String cell) {
        assertThat(ResultsCsv.cell(text)).isEqualTo(cell);
    }

    @Test
    void nothingOfThePageComesFromElsewhere() throws IOException {
        assertThat(html())
                .doesNotContain("http://", "https://", "src=", "@import", "url(")
                .contains("default-src 'none'", "scope=\"col\"", "scope=\"row\"", "lang=\"en\"");
    }
}
