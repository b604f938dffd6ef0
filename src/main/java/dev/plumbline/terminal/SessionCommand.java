package dev.plumbline.terminal;

import java.util.List;

/**
 * A command of the session's own.
 *
 * @param name what is typed
 * @param arguments what may follow, for the help; empty if nothing
 * @param needsLook whether it speaks of the learner's work, so that it waits for the first look at it
 * @param action what it does
 */
record SessionCommand(String name, String arguments, boolean needsLook, Action action) {
    /** One that waits for nothing. */
    SessionCommand(String name, String arguments, Action action) {
        this(name, arguments, false, action);
    }

    /** The same; it waits for the first look. */
    SessionCommand afterLook() {
        return new SessionCommand(name, arguments, true, action);
    }

    /** What a command does with the words behind its name. */
    @FunctionalInterface
    interface Action {
        void run(Desk desk, List<String> words);
    }
}
