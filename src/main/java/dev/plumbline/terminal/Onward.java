package dev.plumbline.terminal;

/** Where a learner goes from a session. */
public sealed interface Onward {
    /** Out of it: to their shell, or from a drill to their own work. */
    record Out() implements Onward {}

    /** Into a drill, in a copy of their folder. */
    record ToDrill(String drill) implements Onward {}

    /**
     * To the same exercise with other values.
     *
     * @param timed whether a clock is to run
     */
    record ToPractice(long seed, boolean timed) implements Onward {}

    /** Here again, from the beginning; they have agreed that their work moves to a backup. */
    record Again() implements Onward {}
}
