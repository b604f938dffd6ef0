package dev.plumbline.workbench;

import java.io.Serial;

/** Something the person at the keyboard can mend; the message says what, where and what next. Never a stack trace. */
public final class UserError extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int TROUBLE = 4;

    private final int exitCode;

    private UserError(String message, int exitCode) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    /** Wrong words on the command line: exit code 2. */
    public static UserError usage(String message) {
        return new UserError(message, 2);
    }

    /** The machine or the surroundings stand in the way: exit code 4. */
    public static UserError trouble(String message) {
        return new UserError(message, TROUBLE);
    }

    /** Whether the machine or the surroundings stand in the way, and not the words. */
    boolean isTrouble() {
        return exitCode == TROUBLE;
    }

    /** The exit code of the command-line contract. */
    public int exitCode() {
        return exitCode;
    }

    /** The message; never null. */
    public String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
