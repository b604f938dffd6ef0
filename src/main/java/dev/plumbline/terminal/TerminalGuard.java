package dev.plumbline.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;

/**
 * Leaves the terminal as it was found, on every way out that a program can still act on: the end of the session, an
 * error, SIGTERM and SIGHUP.
 */
final class TerminalGuard implements AutoCloseable {
    /**
     * Back to the normal screen, and the whole window scrolls. Both may move the cursor where nothing was left on: tmux
     * 3.3 goes to where the last full-screen program began, so the cursor is kept.
     */
    private static final String NORMAL_SCREEN = "\u001b7\u001b[?1049l\u001b[r\u001b8";

    /**
     * The same where a full-screen program is likely to have left its own on: there the cursor goes to where that program
     * was begun. Where it has not, this leads to an empty screen and back.
     */
    private static final String OFF_ANOTHER_SCREEN = "\u001b[?1049h\u001b[?1049l";

    /**
     * Mouse and focus are no longer reported, bracketed paste off, keypad and keys as usual, lines wrap, nothing is
     * inserted, letters are letters, cursor shown, colours off.
     */
    private static final String USUAL_MODES = "\u001b[?1000l\u001b[?1002l\u001b[?1003l\u001b[?1006l\u001b[?1004l"
            + "\u001b[?2004l\u001b[?1l\u001b>\u001b[>4m\u001b[?7h\u001b[4l\u001b(B\u000f\u001b[?25h\u001b[0m";

    /** All of it; then nothing of the panel below the cursor. */
    private static final String SANE = NORMAL_SCREEN + USUAL_MODES + "\r\u001b[J";

    /** Longer than a command is given to end in. */
    private static final long LENT_SECONDS = 25;

    private static final long LATECOMERS_MILLIS = 100;

    private final Terminal terminal;
    private final Attributes original;
    private final Runnable freeze;
    private final Thread hook;
    private boolean closed;
    private volatile boolean abandoned;
    private volatile CountDownLatch lent = new CountDownLatch(0);

    private TerminalGuard(Terminal terminal, Runnable freeze) {
        this.terminal = terminal;
        this.freeze = freeze;
        this.original = new Attributes(terminal.getAttributes());
        this.hook = new Thread(this::abandon, "terminal-guard");
    }

    /**
     * Guards a terminal.
     *
     * @param freeze lets nobody write to it any more; called when the program is being ended from outside
     */
    static TerminalGuard of(Terminal terminal, Runnable freeze) {
        TerminalGuard guard = new TerminalGuard(terminal, freeze);
        Runtime.getRuntime().addShutdownHook(guard.hook);
        return guard;
    }

    /** Whether the program is being ended from outside: nothing is to be drawn or read any more. */
    boolean abandoned() {
        return abandoned;
    }

    /** Gives the terminal to a child process: in the modes in which it was found. */
    void lend() {
        lent = new CountDownLatch(1);
        terminal.setAttributes(original);
    }

    /**
     * Sets the modes in which the terminal was found once more, and undoes what a program that ended early has left on.
     *
     * @param killed whether a signal has ended it: then it could not tidy up
     */
    void tidy(boolean killed) {
        terminal.setAttributes(original);
        terminal.writer().write((killed ? OFF_ANOTHER_SCREEN : "") + NORMAL_SCREEN + USUAL_MODES);
        terminal.flush();
    }

    /** The child process has ended, and its traces are gone as far as that is possible. */
    void returned() {
        lent.countDown();
    }

    /** A way out in which nothing else can be relied on: straight to the descriptor. */
    private void abandon() {
        abandoned = true;
        freeze.run();
        restoreModes();
        boolean isLent = lent.getCount() > 0;
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            if (isLent) {
                lent.await(LENT_SECONDS, TimeUnit.SECONDS); // who has it may write until then
                out.write(OFF_ANOTHER_SCREEN.getBytes(StandardCharsets.US_ASCII));
            }
            out.write(("\r\n" + SANE).getBytes(StandardCharsets.US_ASCII));
            // Whoever was opening the prompt at that very moment has written by then; daemon threads run until the end.
            TimeUnit.MILLISECONDS.sleep(LATECOMERS_MILLIS);
            out.write(SANE.getBytes(StandardCharsets.US_ASCII));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (IOException gone) {
            // The terminal is no longer there: nothing is left to restore.
            return;
        }
    }

    private void restoreModes() {
        try {
            terminal.setAttributes(original);
        } catch (IllegalStateException | IOError closed) {
            return; // JLine ends with the program too, and has restored them when it closed the terminal
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        returned();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            return; // the hook is at it already
        }
        try {
            terminal.writer().write(SANE);
            terminal.flush();
            terminal.setAttributes(original);
            terminal.close();
        } catch (IOException | IllegalStateException | IOError gone) {
            // Closing is what was wanted.
            return;
        }
    }
}
