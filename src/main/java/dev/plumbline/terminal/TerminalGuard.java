package dev.plumbline.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;

/**
 * Leaves the terminal as it was found, on every way out that a program can still act on: the end of the session, an
 * error, SIGTERM and SIGHUP.
 */
final class TerminalGuard implements AutoCloseable {
    /** Bracketed paste off, keypad as usual, cursor shown, colours off; then nothing of the panel below the cursor. */
    private static final String SANE = "\u001b[?2004l\u001b[?1l\u001b>\u001b[?25h\u001b[0m\r\u001b[J";

    private static final long LATECOMERS_MILLIS = 100;

    private final Terminal terminal;
    private final Attributes original;
    private final Runnable freeze;
    private final Thread hook;
    private boolean closed;
    private volatile boolean abandoned;

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

    /** Sets the modes in which the terminal was found: what a child process expects. */
    void original() {
        terminal.setAttributes(original);
    }

    /** A way out in which nothing else can be relied on: straight to the descriptor. */
    private void abandon() {
        abandoned = true;
        freeze.run();
        restoreModes();
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
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
