package dev.plumbline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.grading.Layer;
import dev.plumbline.grading.Status;
import dev.plumbline.report.SampleReports;
import dev.plumbline.text.SessionPhrases;
import dev.plumbline.workspace.Journal;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandingTest {
    private final Path workspace;
    private final Standing standing;

    StandingTest(@TempDir Path workspace) {
        this.workspace = workspace;
        this.standing = new Standing(Journal.of(workspace), Clock.systemUTC());
    }

    @Test
    void aSaveTakesNothingFromTheScreenThatItDidNotChange() {
        standing.judged(SampleReports.passed(), 1);
        standing.begins("main.tf saved");
        standing.landed(Layer.SOURCE, SampleReports.passed(), 1);
        assertThat(panel().stage()).isNotEmpty();
        assertThat(standing.settled()).isTrue();
    }

    @Test
    void afterACommandThatChangedThingsNothingOldPassesForNew() {
        standing.judged(SampleReports.writeUp(), 1);
        standing.outdates();
        standing.begins("terraform apply");
        standing.landed(Layer.SOURCE, SampleReports.passed().withDiagnoses(java.util.List.of()), 1);
        assertThat(panel().stage()).as("it takes the plan to know it").isEmpty();
        assertThat(panel().next()).isNull();
        assertThat(panel().results()).extracting(r -> r.status()).doesNotContain(Status.UNMET);
        assertThat(standing.settled()).as("hints wait").isFalse();
        standing.judged(SampleReports.passed(), 1);
        assertThat(panel().stage()).isNotEmpty();
        assertThat(panel().next()).isNotNull();
        assertThat(standing.settled()).isTrue();
    }

    private Panel panel() {
        LabRun lab = new SampleLab(workspace, new Exercise.Whole(), SampleReports.passed());
        return standing.panel(lab, SessionPhrases.english(), false, true);
    }
}
