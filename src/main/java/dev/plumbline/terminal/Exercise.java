package dev.plumbline.terminal;

import dev.plumbline.lab.Drill;

/** What a session is about. */
public sealed interface Exercise {
    /** The lab itself. */
    record Whole() implements Exercise {}

    /** Something on a finished lab is broken, and the learner mends it, in a copy of their folder. */
    record Repair(Drill drill) implements Exercise {}

    /** The lab once more, with other values. */
    record Practice(long seed) implements Exercise {}
}
