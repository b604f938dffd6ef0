package dev.plumbline.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.Finding;
import dev.plumbline.grading.Layer;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.RequirementResult;
import dev.plumbline.grading.Stage;
import dev.plumbline.grading.Status;
import dev.plumbline.grading.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
        Hints hints = Hints.of(Bench.LAB);
        assertThat(hints.next(report(Status.UNMET), Map.of(), FOLDER))
                .map(Hints.Ladder::requirement)
                .contains("region");
        assertThat(hints.next(report(Status.MET), Map.of(), FOLDER)).isEmpty();
    }

    @Test
    void hintsBeginWithWhatStandsInTheWayAndGoOnWithWhatIsLeft() {
        Report report = twoMistakes();
        Hints hints = Hints.of(Bench.LAB);
        Map<String, Integer> shown = new HashMap<>();
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Hints.Ladder next = hints.next(report, shown, FOLDER).orElseThrow();
            if (shown.getOrDefault(next.key(), 0) == next.steps().size()) {
                break; // all of them are climbed
            }
            asked.add(next.requirement());
            shown.merge(next.key(), 1, Integer::sum);
        }
        assertThat(asked.get(0)).isEqualTo("stream-mode");
        assertThat(asked).startsWith("stream-mode").contains("stream-name").hasSizeLessThan(12);
        assertThat(asked.lastIndexOf("stream-mode")).isLessThan(asked.indexOf("stream-name"));
    }

    @Test
    void eachHintNamesTheLineOfItsOwnMistake() {
        Hints.Ladder ladder =
                Hints.of(Bench.LAB).ladder(twoMistakes(), "stream-name", FOLDER).orElseThrow();

        assertThat(String.join(" ", ladder.steps())).contains("line 6").doesNotContain("line 7");
    }

    @Test
    void withoutADiagnosisOfItsOwnAHintNamesTheLineThatWasLookedAt() {
        RequirementResult name = result("stream-name", new Finding.Place("main.tf", 6, 10));
        Report report = report(List.of(name), diagnosis("top-level-stream-mode", 7));

        Hints.Ladder ladder =
                Hints.of(Bench.LAB).ladder(report, "stream-name", FOLDER).orElseThrow();

        assertThat(String.join(" ", ladder.steps())).contains("line 6").doesNotContain("line 7");
    }

    /** A name with a slip in line 6, and stream_mode directly in the resource in line 7, where Terraform stops. */
    private static Report twoMistakes() {
        return report(
                List.of(result("stream-name", new Finding.Place("main.tf", 6, 10)), result("stream-mode", null)),
                diagnosis("top-level-stream-mode", 7),
                diagnosis("wrong-name", 6));
    }

    private static RequirementResult result(String id, Finding.@Nullable Place place) {
        return new RequirementResult(
                id,
                id,
                Status.UNMET,
                0,
                1,
                "right",
                "wrong",
                "It is wrong.",
                List.of(new Finding(Layer.SOURCE, "It is wrong.", place)));
    }

    private static Diagnosis diagnosis(String mistake) {
        return diagnosis(mistake, 2);
    }

    private static Diagnosis diagnosis(String mistake, int line) {
        return new Diagnosis(
                mistake, "t", "e", new Finding.Place("main.tf", line, 12), null, null, null, null, false, List.of());
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
        return report(List.of(region), diagnoses);
    }

    private static Report report(List<RequirementResult> results, Diagnosis... diagnoses) {
        return new Report(
                "kinesis-stream",
                Verdict.FAILED,
                Stage.WRITTEN,
                results,
                List.of(diagnoses),
                List.of(),
                null,
                Map.of(),
                Map.of());
    }
}
