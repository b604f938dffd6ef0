package dev.plumbline.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clock of timed practice, folded from the journal. It counts while a session is open; the time between sessions, and
 * what a crash cut off after the last entry, is not the learner's.
 *
 * @param counted what is counted so far
 * @param since from when on the rest counts; null while it stands still
 * @param result what it showed when everything was met; null before
 */
public record PracticeClock(Duration counted, @Nullable Instant since, @Nullable Duration result) {
    /** Nobody asked for it. */
    public static final PracticeClock OFF = new PracticeClock(Duration.ZERO, null, null);

    /** Whether it runs. */
    public boolean running() {
        return since != null;
    }

    /** What it shows at a time of day. */
    public Duration at(Instant now) {
        Instant from = since;
        return from == null || now.isBefore(from) ? counted : counted.plus(Duration.between(from, now));
    }

    /** The best time that a folder's journal tells of, also of one before a reset; null if there is none. */
    public static @Nullable Duration best(List<JournalEntry> entries) {
        PracticeClock clock = OFF;
        Duration best = null;
        for (JournalEntry entry : entries) {
            clock = clock.after(entry);
            Duration result = clock.result();
            if (result != null && (best == null || result.compareTo(best) < 0)) {
                best = result;
            }
        }
        return best;
    }

    /** The clock after one more entry of the journal. */
    PracticeClock after(JournalEntry entry) {
        if (entry instanceof JournalEntry.ClockStarted) {
            return running() ? this : new PracticeClock(Duration.ZERO, entry.at(), null);
        }
        if (entry instanceof JournalEntry.Practised || entry instanceof JournalEntry.Reset) {
            return OFF;
        }
        if (!running()) {
            return this;
        }
        if (entry instanceof JournalEntry.Opened) {
            return new PracticeClock(counted, entry.at(), null);
        }
        Duration now = at(entry.at());
        if (entry instanceof JournalEntry.Passed) {
            return new PracticeClock(now, null, now);
        }
        return new PracticeClock(now, entry instanceof JournalEntry.ClockStopped ? null : entry.at(), null);
    }
}
