package dev.plumbline.terminal;

import java.util.List;

/**
 * A command of the session's own.
 *
 * @param name what is typed
 * @param arguments what may follow, for the help; empty if nothing
 * @param action what it does
 */
record SessionCommand(String name, String arguments, Action action) {
    /** What a command does with the words behind its name. */
    @FunctionalInterface
    interface Action {
        void run(Desk desk, List<String> words);
    }
}
