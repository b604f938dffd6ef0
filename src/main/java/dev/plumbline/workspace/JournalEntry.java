package dev.plumbline.workspace;

import java.time.Instant;

/** One thing that happened in a lab, as the journal keeps it. */
public sealed interface JournalEntry {
    /** When. */
    Instant at();

    /** The session was opened. */
    record Opened(Instant at, String lab) implements JournalEntry {}

    /**
     * A command ended.
     *
     * @param words its first words and the names of its options; never a value, which could be a secret
     * @param exit its exit code; {@link #UNKNOWN} where the shell does not tell it, as of the first of a pipe
     */
    record Ran(Instant at, String words, int exit) implements JournalEntry {
        /** No program has this exit code. */
        public static final int UNKNOWN = -1;
    }

    /** A text of the lab was read in the session: {@code task}. */
    record Read(Instant at, String topic) implements JournalEntry {}

    /** A file of code changed. */
    record Saved(Instant at, String file) implements JournalEntry {}

    /** The learner came to another stage. */
    record Reached(Instant at, String stage) implements JournalEntry {}

    /** A requirement is met that was not. */
    record Met(Instant at, String requirement) implements JournalEntry {}

    /** A requirement is no longer met. */
    record Lost(Instant at, String requirement) implements JournalEntry {}

    /**
     * A hint was shown.
     *
     * @param requirement its id; behind a blank the mistake or the situation that the ladder is about
     * @param rung from 1
     */
    record Hinted(Instant at, String requirement, int rung) implements JournalEntry {}

    /** All requirements were met. */
    record Passed(Instant at) implements JournalEntry {}

    /** A drill began. */
    record DrillBegun(Instant at, String drill) implements JournalEntry {}

    /** A drill ended; repaired or given up. */
    record DrillEnded(Instant at, String drill, boolean repaired) implements JournalEntry {}

    /** Practice began with the parameters that this seed draws. */
    record Practised(Instant at, long seed) implements JournalEntry {}

    /** The clock of timed practice was started. */
    record ClockStarted(Instant at) implements JournalEntry {}

    /** It was switched off before everything was met. */
    record ClockStopped(Instant at) implements JournalEntry {}

    /** The session was left. */
    record Closed(Instant at) implements JournalEntry {}

    /** The lab was set back to its beginning. */
    record Reset(Instant at) implements JournalEntry {}
}
