package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.grading.Report;
import dev.plumbline.text.Golden;
import dev.plumbline.text.Look;
import dev.plumbline.text.SessionPhrases;
import java.io.StringReader;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

class ExportsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SCORED = Pattern.compile("\\d+( of |/)\\d+");

    static Stream<Report> reports() {
        return Stream.of(
                SampleReports.unwritten(),
                SampleReports.writeUp(),
                SampleReports.appliedWrongMode(),
                SampleReports.passed(),
                SampleReports.couldNotGrade());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void pointsAreToldWhereThereIsAJudgementOnly(Report report) {
        Stream.of(
                        JunitReport.write(report),
                        TapReport.write(report),
                        GithubReport.write(report, ""),
                        GradescopeReport.write(report),
                        PrairieLearnReport.write(report),
                        TextReport.write(report, SessionPhrases.english(), SampleReports.files(""), Look.PLAIN))
                .forEach(text -> assertThat(SCORED.matcher(text).find())
                        .as(text)
                        .isEqualTo(report.verdict().isJudged()));
    }

    @Test
    void everyFormatOfTheWriteUp() {
        Report report = SampleReports.writeUp();
        Golden.check("export-write-up-json", JsonReport.write(report));
        Golden.check("export-write-up-junit", JunitReport.write(report));
        Golden.check("export-write-up-tap", TapReport.write(report));
        Golden.check("export-write-up-gradescope", GradescopeReport.write(report));
        Golden.check("export-write-up-prairielearn", PrairieLearnReport.write(report));
        Golden.check("export-write-up-github", GithubReport.write(report, "work/ein Ordner"));
    }

    @Test
    void troubleOnOurSideHasNoScoreAnywhere() {
        Report report = SampleReports.couldNotGrade();
        Golden.check("export-could-not-grade-json", JsonReport.write(report));
        Golden.check("export-could-not-grade-junit", JunitReport.write(report));
        Golden.check("export-could-not-grade-tap", TapReport.write(report));
        Golden.check("export-could-not-grade-gradescope", GradescopeReport.write(report));
        Golden.check("export-could-not-grade-prairielearn", PrairieLearnReport.write(report));
        Golden.check("export-could-not-grade-github", GithubReport.write(report, ""));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void jsonFormatsAreJsonAndAgreeOnThePoints(Report report) throws Exception {
        JsonNode own = JSON.readTree(JsonReport.write(report));
        JsonNode gradescope = JSON.readTree(GradescopeReport.write(report));
        JsonNode prairielearn = JSON.readTree(PrairieLearnReport.write(report));
        assertThat(gradescope.at("/extra_data/plumbline")).isEqualTo(own);
        if (report.score().isEmpty()) {
            assertThat(own.has("score") && own.path("score").isNull()).isTrue();
            assertThat(own.path("requirements").findValues("points")).allMatch(JsonNode::isNull);
            assertThat(gradescope.has("score") || prairielearn.has("score")).isFalse();
            assertThat(prairielearn.path("gradable").asBoolean(true)).isFalse();
            return;
        }
        int score = report.score().getAsInt();
        assertThat(own.path("score").asInt()).isEqualTo(score);
        assertThat(gradescope.path("score").asInt()).isEqualTo(score);
        assertThat(prairielearn.path("score").asDouble() * report.maxScore()).isEqualTo(score);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void junitIsXmlWhoseCountsAreTrue(Report report) throws Exception {
        var suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(JunitReport.write(report))))
                .getDocumentElement();
        for (String[] pair : new String[][] {
            {"tests", "testcase"}, {"failures", "failure"}, {"skipped", "skipped"}, {"errors", "error"}
        }) {
            assertThat(suite.getElementsByTagName(pair[1]).getLength())
                    .as(pair[0])
                    .isEqualTo(Integer.parseInt(suite.getAttribute(pair[0])));
        }
    }

    @Test
    void noTextOfALearnersFileBreaksOutOfItsPlace() {
        assertThat(JunitReport.escaped("a<b>&\"c\"\u0000\u001b\uD800"))
                .isEqualTo("a&lt;b&gt;&amp;&quot;c&quot;\uFFFD\uFFFD\uFFFD");
        Report report = SampleReports.saying("50% off: a,b\n::error::injected");
        String github = GithubReport.write(report, "");
        assertThat(github).contains("50%25 off: a,b%0A::error::injected");
        assertThat(github.lines().filter(l -> l.startsWith("::error::injected")))
                .isEmpty();
        String tap = TapReport.write(SampleReports.saying("it's # SKIP\nok 9 - injected"));
        assertThat(tap.lines().filter(l -> l.startsWith("ok 9"))).isEmpty();
        assertThat(tap).contains("'it''s # SKIP ok 9 - injected'");
    }
}
