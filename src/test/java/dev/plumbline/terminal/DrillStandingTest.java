package dev.plumbline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.Remedy;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.RequirementResult;
import dev.plumbline.grading.Stage;
import dev.plumbline.grading.Status;
import dev.plumbline.grading.Verdict;
import dev.plumbline.lab.Drill;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DrillStandingTest {
    private static final Drill DRILL = new Drill(
            "mode-changed", "t", "s", List.of("mode"), List.of(), List.of(), List.of("h"), List.of("mode-changed"));

    @Test
    void asLongAsTheStoryIsTrueItsHintsAre() {
        assertThat(DrillStanding.of(DRILL, null)).isEqualTo(DrillStanding.AS_TOLD);
        assertThat(DrillStanding.of(DRILL, report(Verdict.FAILED, Remedy.APPLY, "mode-changed")))
                .isEqualTo(DrillStanding.AS_TOLD);
    }

    @Test
    void anotherCauseIsAnotherMatter() {
        assertThat(DrillStanding.of(DRILL, report(Verdict.FAILED, Remedy.EDIT, "mode-provisioned")))
                .isEqualTo(DrillStanding.CHANGED);
    }

    @Test
    void whatCannotComeBackIsLost() {
        assertThat(DrillStanding.of(DRILL, report(Verdict.FAILED, Remedy.RESET, "mode-changed")))
                .isEqualTo(DrillStanding.LOST);
    }

    @Test
    void mended() {
        assertThat(DrillStanding.of(DRILL, report(Verdict.PASSED, Remedy.EDIT))).isEqualTo(DrillStanding.MENDED);
    }

    private static Report report(Verdict verdict, Remedy remedy, String... mistakes) {
        Status status = verdict == Verdict.PASSED ? Status.MET : Status.UNMET;
        RequirementResult one = new RequirementResult("mode", "t", status, 0, 1, null, null, "m", List.of(), remedy);
        List<Diagnosis> found = List.of(mistakes).stream()
                .map(id -> new Diagnosis(id, "t", "e", null, null, null, null, null, false, List.of()))
                .toList();
        return new Report(
                "kinesis-stream", verdict, Stage.DRIFTED, List.of(one), found, List.of(), null, Map.of(), Map.of());
    }
}
