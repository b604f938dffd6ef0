package dev.plumbline.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.Finding;
import dev.plumbline.grading.Layer;
import dev.plumbline.grading.Remedy;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.RequirementResult;
import dev.plumbline.grading.Stage;
import dev.plumbline.grading.Status;
import dev.plumbline.grading.Verdict;
import dev.plumbline.lab.Check;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCatalogue;
import dev.plumbline.lab.Requirement;
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

    /** "The file is right … change line 9" would contradict itself: in every lab, for every requirement. */
    @Test
    void whereTheFileIsRightNoHintChangesIt() {
        LabCatalogue labs = new LabCatalogue(Bench.HOME);
        for (String id : labs.ids()) {
            Lab lab = labs.load(id);
            for (Requirement requirement : lab.requirements()) {
                if (!(requirement.check() instanceof Check.Attribute || requirement.check() instanceof Check.Region)) {
                    continue; // no other check tells the file's part from the account's
                }
                RequirementResult result = new RequirementResult(
                        requirement.id(),
                        requirement.title(),
                        Status.UNMET,
                        0,
                        1,
                        "ON_DEMAND",
                        "PROVISIONED",
                        "Your file is right, and the live stream still has PROVISIONED.",
                        List.of(new Finding(Layer.SOURCE, "it says it", new Finding.Place("main.tf", 9, 3))),
                        Remedy.APPLY);
                Hints.of(lab)
                        .ladder(report(List.of(result)), requirement.id(), FOLDER)
                        .ifPresent(ladder -> assertThat(String.join("\n", ladder.steps()))
                                .as(id + " " + requirement.id())
                                .doesNotContain("main.tf")
                                .doesNotContain("line 9"));
            }
        }
    }

    @Test
    void anUnmetRequirementWhoseFileIsRightHasALadderOfItsOwn() {
        RequirementResult wrong = report(Status.UNMET).requirements().get(0);
        RequirementResult unapplied = new RequirementResult(
                wrong.id(),
                wrong.title(),
                Status.UNMET,
                0,
                1,
                wrong.expected(),
                wrong.actual(),
                wrong.message(),
                List.of(),
                Remedy.APPLY);

        assertThat(steps(report(List.of(wrong)))).contains("Expected: us-east-1");
        assertThat(steps(report(List.of(unapplied))))
                .contains("terraform apply")
                .doesNotContain("Expected");
        assertThat(steps(report(List.of(unapplied), unplaced("edited-not-applied"))))
                .contains("since the last apply");
    }

    private static String steps(Report report) {
        return String.join(
                "\n",
                Hints.of(Bench.LAB)
                        .ladder(report, "region", FOLDER)
                        .orElseThrow()
                        .steps());
    }

    private static Diagnosis unplaced(String mistake) {
        return new Diagnosis(mistake, "t", "e", null, null, null, null, null, false, List.of());
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

    /** Header, count and progress name the one that was asked about, although all of them wait for the same. */
    @Test
    void eachRequirementHasALadderOfItsOwnThatBeginsAtItsFirstRung() {
        List<RequirementResult> waiting = List.of(pending("single-file"), pending("region"), pending("stream-mode"));
        Report report = report(waiting, unplaced("not-started"));
        Hints hints = Hints.of(Bench.LAB);
        List<Hints.Ladder> open = hints.open(report, FOLDER);
        assertThat(open).hasSize(1);
        for (RequirementResult asked : waiting) {
            Hints.Ladder ladder = hints.ladder(report, asked.id(), FOLDER).orElseThrow();
            assertThat(ladder.title()).isEqualTo(asked.title());
            assertThat(ladder.key()).startsWith(asked.id() + " ");
            assertThat(ladder.steps()).isEqualTo(open.get(0).steps());
        }
    }

    private static RequirementResult pending(String id) {
        return new RequirementResult(id, id, Status.PENDING, 0, 1, null, null, "", List.of());
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
