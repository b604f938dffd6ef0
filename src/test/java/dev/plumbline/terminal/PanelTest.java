package dev.plumbline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.grading.Layer;
import dev.plumbline.grading.Report;
import dev.plumbline.report.NextStep;
import dev.plumbline.report.SampleReports;
import dev.plumbline.text.Golden;
import dev.plumbline.text.Line;
import dev.plumbline.text.Look;
import dev.plumbline.text.Painter;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.SessionPhrases;
import java.util.List;
import org.junit.jupiter.api.Test;

class PanelTest {
    private static final Phrases PHRASES = SessionPhrases.english();

    @Test
    void anOrdinaryWindow() {
        Golden.check("panel-80x24", paint(SampleReports.writeUp(), new Look(false, true, 80), 24));
        Golden.check("panel-80x24-colour", paint(SampleReports.writeUp(), new Look(true, true, 80), 24));
        Golden.check("panel-80x24-ascii", paint(SampleReports.writeUp(), new Look(false, false, 80), 24));
    }

    @Test
    void aLargeWindow() {
        Golden.check("panel-120x40", paint(SampleReports.appliedWrongMode(), new Look(false, true, 120), 40));
    }

    @Test
    void aLowWindowKeepsTheSumAndTheNextStep() {
        Golden.check("panel-80x12", paint(SampleReports.passed(), new Look(false, true, 80), 12));
    }

    @Test
    void aSmallWindowShowsTheSaveAndNoWordIsCut() {
        for (int rows = 12; rows < 18; rows++) {
            String shown = paint(SampleReports.writeUp(), new Look(false, true, 60), rows);
            assertThat(shown).contains("main.tf saved 14:03:07").contains("fix --apply");
        }
        Golden.check("panel-60x15", paint(SampleReports.passed(), new Look(false, true, 60), 15));
    }

    @Test
    void aTinyWindowIsLeftToThePrompt() {
        assertThat(panel(SampleReports.passed()).lines(PHRASES, 80, 5)).isEmpty();
    }

    @Test
    void thereIsAlwaysRoomForThePromptAndNoLineTouchesTheEdge() {
        for (int rows = 5; rows <= 60; rows++) {
            for (int width = 20; width <= 160; width += 10) {
                List<Line> lines = panel(SampleReports.writeUp()).lines(PHRASES, width, rows);
                int columns = width;
                assertThat(lines).hasSizeLessThan(rows - 2);
                assertThat(lines).allSatisfy(line -> assertThat(line.width()).isLessThan(columns));
            }
        }
    }

    private static String paint(Report report, Look look, int rows) {
        return new Painter(look).paint(panel(report).lines(PHRASES, look.width(), rows));
    }

    private static Panel panel(Report report) {
        Activity activity = new Activity("main.tf saved", "14:03:07", List.of(), Layer.SOURCE).with(Layer.SOURCE, 4);
        return new Panel(
                "Create a Kinesis data stream",
                PHRASES.say("stage." + report.stage().word()),
                "",
                report.requirements(),
                activity,
                NextStep.of(report, PHRASES).inSession(report.lab()));
    }
}
