package dev.plumbline.terminal;

import java.util.List;

/**
 * A command of the session's own.
 *
 * @param name what is typed
 * @param arguments what may follow, for the help; empty if nothing
 * @param waits whether it waits, and for what
 * @param action what it does
 */
record SessionCommand(String name, String arguments, Waits waits, Action action) {
    /** What a command waits for before it does anything. */
    enum Waits {
        NOT,
        /** For the first look at the learner's work, of which it speaks. */
        FOR_A_LOOK,
        /** For a look that begins with it: what it writes into a file has to fit the file as it is now. */
        FOR_A_NEW_LOOK
    }

    /** One that waits for nothing. */
    SessionCommand(String name, String arguments, Action action) {
        this(name, arguments, Waits.NOT, action);
    }

    /** The same; it waits for the first look. */
    SessionCommand afterLook() {
        return new SessionCommand(name, arguments, Waits.FOR_A_LOOK, action);
    }

    /** The same; it waits for a look of its own. */
    SessionCommand afterNewLook() {
        return new SessionCommand(name, arguments, Waits.FOR_A_NEW_LOOK, action);
    }

    /** What a command does with the words behind its name. */
    @FunctionalInterface
    interface Action {
        void run(Desk desk, List<String> words);
    }
}
