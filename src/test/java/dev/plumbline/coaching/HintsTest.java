package dev.plumbline.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.Finding;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.RequirementResult;
import dev.plumbline.grading.Stage;
import dev.plumbline.grading.Status;
import dev.plumbline.grading.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HintsTest {
    private static final Path FOLDER = Path.of("/home/bob/terraform");

    @Test
    void theDiagnosisChoosesTheLadder() {
        Report report = report(Status.UNMET, diagnosis("bad-region"));

        Hints.Ladder ladder =
                Hints.of(Bench.LAB).ladder(report, "region", FOLDER).orElseThrow();

        assertThat(ladder.steps()).hasSizeGreaterThan(1);
        assertThat(ladder.steps().get(ladder.steps().size() - 1))
                .contains("us-east-1")
                .contains("line 2");
        assertThat(ladder.seen()).isEqualTo("What the region is.");
    }

    @Test
    void theStatusChoosesWhereNoDiagnosisFits() {
        Hints.Ladder unmet = Hints.of(Bench.LAB)
                .ladder(report(Status.UNMET), "region", FOLDER)
                .orElseThrow();
        Hints.Ladder pending = Hints.of(Bench.LAB)
                .ladder(report(Status.PENDING), "region", FOLDER)
                .orElseThrow();

        assertThat(unmet.steps()).isNotEqualTo(pending.steps());
    }

    @Test
    void nothingIsLeftUnfilled() {
        for (Status status : Status.values()) {
            Hints.of(Bench.LAB).ladder(report(status), "region", FOLDER).ifPresent(ladder -> assertThat(
                            String.join("\n", ladder.steps()))
                    .doesNotContain("{{"));
        }
    }

    @Test
    void theNextRequirementIsTheFirstUnmet() {
        assertThat(Hints.next(report(Status.UNMET))).map(RequirementResult::id).contains("region");
        assertThat(Hints.next(report(Status.MET))).isEmpty();
    }

    private static Diagnosis diagnosis(String mistake) {
        return new Diagnosis(
                mistake, "t", "e", new Finding.Place("main.tf", 2, 12), null, null, null, false, List.of());
    }

    private static Report report(Status status, Diagnosis... diagnoses) {
        RequirementResult region = new RequirementResult(
                "region",
                "It lives in us-east-1",
                status,
                0,
                1,
                "us-east-1",
                "us-west-2",
                "What the region is.",
                List.of());
        return new Report(
                "kinesis-stream",
                Verdict.FAILED,
                Stage.WRITTEN,
                List.of(region),
                List.of(diagnoses),
                List.of(),
                null,
                Map.of(),
                Map.of());
    }
}
