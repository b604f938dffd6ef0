package dev.plumbline.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PracticeClockTest {
    private static final Instant NINE = Instant.parse("2026-01-31T09:00:00Z");

    @Test
    void timeBetweenSessionsIsNotCounted() {
        PracticeClock clock = clock(
                new JournalEntry.Practised(at(0), 7),
                new JournalEntry.ClockStarted(at(0)),
                new JournalEntry.Opened(at(0), "kinesis-stream"),
                new JournalEntry.Closed(at(5)),
                new JournalEntry.Opened(at(600), "kinesis-stream"),
                new JournalEntry.Passed(at(603)));
        assertThat(clock.result()).isEqualTo(Duration.ofMinutes(8));
        assertThat(clock.running()).isFalse();
        assertThat(clock.at(at(999))).isEqualTo(Duration.ofMinutes(8));
    }

    @Test
    void aSessionThatWasKilledCountsUpToItsLastEntry() {
        PracticeClock clock = clock(
                new JournalEntry.ClockStarted(at(0)),
                new JournalEntry.Saved(at(4), "main.tf"),
                new JournalEntry.Opened(at(600), "kinesis-stream"));
        assertThat(clock.running()).isTrue();
        assertThat(clock.at(at(601))).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void itCanBeSwitchedOffAndStartedAnew() {
        PracticeClock off = clock(new JournalEntry.ClockStarted(at(0)), new JournalEntry.ClockStopped(at(2)));
        assertThat(off.running()).isFalse();
        assertThat(off.after(new JournalEntry.Passed(at(3))).result()).isNull();
        PracticeClock anew = off.after(new JournalEntry.ClockStarted(at(10)));
        assertThat(anew.at(at(11))).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aResetTakesItAway() {
        assertThat(clock(new JournalEntry.ClockStarted(at(0)), new JournalEntry.Reset(at(1))))
                .isEqualTo(PracticeClock.OFF);
    }

    @Test
    void theBestTimeOutlivesAReset() {
        List<JournalEntry> twice = List.of(
                new JournalEntry.ClockStarted(at(0)),
                new JournalEntry.Passed(at(5)),
                new JournalEntry.Reset(at(6)),
                new JournalEntry.ClockStarted(at(6)),
                new JournalEntry.Passed(at(15)),
                new JournalEntry.Reset(at(16)));
        assertThat(PracticeClock.best(twice)).isEqualTo(Duration.ofMinutes(5));
        assertThat(PracticeClock.best(List.of())).isNull();
    }

    private static Instant at(int minute) {
        return NINE.plus(Duration.ofMinutes(minute));
    }

    private static PracticeClock clock(JournalEntry... entries) {
        return Progress.of(List.of(entries)).clock();
    }
}
