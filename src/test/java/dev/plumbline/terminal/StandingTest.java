package dev.plumbline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.grading.Layer;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.Status;
import dev.plumbline.grading.Verdict;
import dev.plumbline.report.SampleReports;
import dev.plumbline.report.TextReport;
import dev.plumbline.text.Line;
import dev.plumbline.text.SessionPhrases;
import dev.plumbline.workspace.Journal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
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

    @Test
    void aLookThatCouldNotAnswerTakesNothingAway() {
        Report passed = SampleReports.passed();
        standing.judged(passed, 1);
        Report noAnswer =
                Report.withoutJudgement(lab().lab(), Verdict.COULD_NOT_GRADE, "AWS is away.", Map.of(), Map.of());

        assertThat(standing.judged(noAnswer, 1)).isEqualTo(passed);
        assertThat(Journal.of(workspace).progress().met()).hasSize(5);
        assertThat(standing.judged(passed, 1)).as("nothing is met anew").isEqualTo(passed);
    }

    @Test
    void whatIsNewIsSaidWithTheSignOfTheTable() {
        Narrator narrator = new Narrator(SessionPhrases.english(), lab(), Journal.of(workspace));
        TextReport writer = new TextReport(SessionPhrases.english(), SampleReports.files(""), 100);
        Report pending = SampleReports.unwritten();
        Report noAnswer =
                Report.withoutJudgement(lab().lab(), Verdict.COULD_NOT_GRADE, "AWS is away.", Map.of(), Map.of());

        assertThat(narrator.news(SampleReports.passed(), pending, writer, 100))
                .extracting(Line::text)
                .anyMatch(line -> line.startsWith("○ No longer met"))
                .noneMatch(line -> line.contains("✗"));
        assertThat(narrator.news(SampleReports.passed(), noAnswer, writer, 100))
                .extracting(Line::text)
                .containsExactly("AWS is away.");
        assertThat(narrator.news(SampleReports.passed(), noAnswer, writer, 100)).isEmpty();
    }

    private LabRun lab() {
        return new SampleLab(workspace, new Exercise.Whole(), SampleReports.passed());
    }

    private Panel panel() {
        return standing.panel(lab(), SessionPhrases.english(), false, true);
    }
}
