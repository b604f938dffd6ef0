package dev.plumbline.terminal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C pressed again and again while a command of the learner's has the terminal. The command hears each of them itself;
 * one that stays deaf to them all can be ended by force. {@code terraform console} becomes such a one at Ctrl-Z where no
 * shell above could stop it: its line editor waits to be woken from a sleep that it never fell into.
 */
final class Insistence {
    /** Presses further apart than this do not belong together: many programs give a single Ctrl-C a meaning of their own. */
    private static final Duration TOGETHER = Duration.ofSeconds(5);

    /** One more than Terraform wants: it ends in good order at the first, at once at the second. */
    private static final int TELLS = 3;

    private static final int ENDS = 6;

    private @Nullable Instant last;
    private int presses;

    /** What a press asks for. */
    enum Answer {
        /** Nothing from us: it is between the learner and their command. */
        NONE,
        /** To be told how to end the command by force. */
        TELL,
        /** The end of the command by force. */
        END
    }

    /** Counts a press. */
    Answer press(Instant now) {
        boolean goesOn = last != null && !now.isAfter(last.plus(TOGETHER));
        presses = goesOn ? presses + 1 : 1;
        last = now;
        if (presses == TELLS) {
            return Answer.TELL;
        }
        return presses == ENDS ? Answer.END : Answer.NONE;
    }

    /** How many more of them end the command. */
    int missing() {
        return ENDS - presses;
    }
}
