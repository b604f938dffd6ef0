package dev.plumbline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.report.SampleReports;
import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.JournalEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Practice against the clock, as a plain session shows it: told when it is asked for, and when everything is met. */
@Timeout(60)
class ClockTest {
    /** The session's own clock stands at nine; this is a minute and a half before. */
    private static final Instant BEGUN = Instant.parse("2026-01-31T08:58:30Z");

    private final Path workspace;

    ClockTest(@TempDir Path workspace) {
        this.workspace = workspace;
    }

    @Test
    void itIsStartedToldAndSwitchedOff() {
        String shown = play(new Exercise.Practice(7), "clock\nclock\nclock off\nclock off\n");
        assertThat(shown)
                .contains("The clock runs from now on")
                .contains(" s on the clock.")
                .contains("The clock is off.");
        assertThat(Journal.of(workspace).entries())
                .filteredOn(entry -> entry instanceof JournalEntry.ClockStopped)
                .hasSize(1);
    }

    @Test
    void itStartsAtTheBeginningOnly() throws Exception {
        Files.writeString(workspace.resolve("main.tf"), "resource {}");
        assertThat(play(new Exercise.Practice(7), "clock\npractice 7 --timed\n"))
                .contains("there is work here already")
                .doesNotContain("The clock runs from now on");
        assertThat(Journal.of(workspace).progress().clock().running()).isFalse();
    }

    @Test
    void practiceWithTheSameValuesAndTheClockStartsIt() {
        assertThat(play(new Exercise.Practice(7), "practice 7 --timed\npractice 7\npractice 7 --timer\n"))
                .contains("The clock runs from now on")
                .contains("You are in practice 7 already.")
                .contains("practice does not know --timer. It takes");
    }

    @Test
    void itIsForPractice() {
        assertThat(play(new Exercise.Whole(), "clock\n")).contains("practice --timed");
    }

    @Test
    void theTimeIsShownAtPassingAndKept() {
        Journal.of(workspace).add(new JournalEntry.ClockStarted(BEGUN));
        Journal.of(workspace).add(new JournalEntry.Saved(BEGUN.plusSeconds(80), "main.tf"));
        SampleLab passed = new SampleLab(workspace, new Exercise.Practice(7), SampleReports.passed());
        assertThat(new SampleSession(passed).plain("")).contains("Your time: 1 min 20 s.");
        assertThat(Journal.of(workspace).progress().clock().result()).hasSeconds(80);
    }

    private String play(Exercise exercise, String lines) {
        return new SampleSession(new SampleLab(workspace, exercise, SampleReports.unwritten())).plain(lines);
    }
}
