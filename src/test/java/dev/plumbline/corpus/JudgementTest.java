package dev.plumbline.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {
    @ParameterizedTest
    @CsvSource({
        "pass,     passed,          EMBEDDED,   true",
        "pass,     failed,          EMBEDDED,   false",
        "pass,     could-not-grade, EMBEDDED,   false",
        "fail,     failed,          EMBEDDED,   true",
        "fail,     passed,          EMBEDDED,   false",
        "fail,     could-not-grade, EMBEDDED,   false",
        "fail,     not-gradable,    EMBEDDED,   false",
        "fail,     could-not-grade, BAD_SECRET, true",
        "fail,     passed,          BAD_SECRET, false",
        "pending,  failed,          EMBEDDED,   true",
        "pending,  passed,          EMBEDDED,   false",
    })
    void judgesTheVerdict(String truth, String said, ServerCondition server, boolean right) {
        Judgement judgement = Judgement.of(work(truth, "pass", "", server), report(said, "met", List.of()));
        assertThat(judgement.verdictRight()).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({
        // What is right in the file is pending with us until it is applied.
        "fail, pass,    met,     true",
        "fail, pass,    pending, true",
        "fail, pass,    blocked, true",
        "fail, pass,    unmet,   false",
        "pass, pass,    met,     true",
        "pass, pass,    pending, false",
        "fail, fail,    unmet,   true",
        "fail, fail,    blocked, true",
        "fail, fail,    pending, false",
        "fail, fail,    met,     false",
        "fail, pending, pending, true",
        "fail, pending, blocked, true",
        "fail, pending, unmet,   false",
        "fail, pending, met,     false",
    })
    void judgesARequirement(String verdict, String truth, String said, boolean right) {
        Judgement judgement =
                Judgement.of(work(verdict, truth, "", ServerCondition.EMBEDDED), report("failed", said, List.of()));
        assertThat(judgement.wrongStatuses().isEmpty()).isEqualTo(right);
    }

    @Test
    void doesNotScoreWhatIsContested() {
        CorpusCase work = new CorpusCase(
                "case",
                Path.of("case"),
                new CorpusCase.Expected("fail", "applied", Map.of("region", "fail"), Set.of("region"), "none"),
                List.of(),
                Map.of(),
                ServerCondition.EMBEDDED,
                null);
        assertThat(Judgement.of(work, report("failed", "met", List.of())).wrongStatuses())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "fail, wrong-name,     wrong-name,     true",
        "fail, wrong-name,     bad-region,     false",
        "fail, wrong-name,     '',             false",
        "pass, none,           '',             true",
        "pass, none,           wrong-name,     false",
        "pass, extra-resource, '',             true",
        "pass, extra-resource, extra-resource, true",
        "pass, extra-resource, wrong-name,     false",
    })
    void judgesTheFirstDiagnosis(String verdict, String mistake, String said, boolean right) {
        List<String> diagnoses = said.isEmpty() ? List.of() : List.of(said, "code-in-several-files");
        Judgement judgement = Judgement.of(
                work(verdict, "pass", mistake, ServerCondition.EMBEDDED), report("failed", "met", diagnoses));
        assertThat(judgement.mistakeRight()).isEqualTo(right);
    }

    private static CorpusCase work(String verdict, String region, String mistake, ServerCondition server) {
        return new CorpusCase(
                "case",
                Path.of("case"),
                new CorpusCase.Expected(verdict, "applied", Map.of("region", region), Set.of(), mistake),
                List.of(),
                Map.of(),
                server,
                null);
    }

    private static LabReport report(String verdict, String region, List<String> diagnoses) {
        return new LabReport(0, verdict, "applied", Map.of("region", region), diagnoses, Map.of());
    }
}
