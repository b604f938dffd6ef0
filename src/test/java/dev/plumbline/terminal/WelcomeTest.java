package dev.plumbline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.report.SampleReports;
import dev.plumbline.text.Look;
import dev.plumbline.text.Painter;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.SessionPhrases;
import dev.plumbline.workspace.JournalEntry;
import dev.plumbline.workspace.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WelcomeTest {
    private static final Phrases PHRASES = SessionPhrases.english();
    private static final Instant NOW = Instant.parse("2026-01-31T09:00:00Z");
    private static final Progress WORKED = Progress.of(
            List.of(new JournalEntry.Opened(NOW, "kinesis-stream"), new JournalEntry.Ran(NOW, "terraform plan", 0)));

    private final SampleLab own;

    WelcomeTest(@TempDir Path workspace) {
        own = new SampleLab(workspace, new Exercise.Whole(), SampleReports.unwritten());
    }

    private static String painted(List<dev.plumbline.text.Line> lines) {
        return new Painter(Look.PLAIN).paint(lines);
    }

    @Test
    void whoComesAnotherDayIsToldWhereTheyStopped() {
        assertThat(painted(Welcome.lines(own, WORKED, PHRASES, Look.PLAIN)))
                .contains("Welcome back. 0 of")
                .contains("Type task");
    }

    /** Out of a drill, seconds later: they have not been away. */
    @Test
    void whoComesBackInTheSameSittingIsNotWelcomedAnew() {
        assertThat(painted(Welcome.back(own, WORKED, PHRASES, Look.PLAIN)))
                .contains("Back in your own exercise.")
                .contains("Your folder:")
                .doesNotContain("Welcome back", "when you left", "Type task");
    }

    @Test
    void afterAResetTheTaskIsShownAsAtFirst() {
        assertThat(painted(Welcome.back(own, Progress.NONE, PHRASES, Look.PLAIN)))
                .isEqualTo(painted(Welcome.lines(own, Progress.NONE, PHRASES, Look.PLAIN)));
    }
}
