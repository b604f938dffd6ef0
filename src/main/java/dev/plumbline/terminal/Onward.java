package dev.plumbline.terminal;

/** Where a learner goes from a session. */
public sealed interface Onward {
    /** Back to their shell. */
    record Out() implements Onward {}

    /** Into a drill, in a copy of their folder. */
    record ToDrill(String drill) implements Onward {}

    /** To the same exercise with other values. */
    record ToPractice(long seed) implements Onward {}

    /** Here again, from the beginning. */
    record Again() implements Onward {}
}
