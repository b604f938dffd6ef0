package dev.plumbline.terraform;

import java.time.Duration;

/**
 * What one child process did.
 *
 * @param outcome how it ended
 * @param exitCode its exit code; -1 unless it ended by itself
 * @param output standard output, cut at the cap
 * @param errors standard error, cut at the cap
 * @param elapsed wall time
 */
public record CommandResult(Outcome outcome, int exitCode, String output, String errors, Duration elapsed) {
    /** How a child process ended. */
    public enum Outcome {
        /** By itself. */
        EXITED,
        /** We ended it: the time limit was reached. */
        TIMED_OUT,
        /** We ended it: the caller no longer wants the answer. */
        CANCELLED,
        /** It printed more than the cap. */
        TOO_MUCH_OUTPUT
    }

    /** Whether it ended by itself with this code. */
    public boolean exited(int code) {
        return outcome == Outcome.EXITED && exitCode == code;
    }
}
