package dev.plumbline.terminal;

import dev.plumbline.text.DisplayWidth;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;

/**
 * JLine's line reader with a panel below the line. The panel is part of what the reader displays, so it moves, wraps and
 * vanishes with the prompt: no scroll region has to be set that a crash could leave behind, and the terminal is a
 * child's without a trace of us once the line is entered.
 */
final class PromptReader extends LineReaderImpl {
    private static final long FREEZE_MILLIS = 300;
    private static final long PASTE_PAUSE_MILLIS = 2_000;
    private Supplier<AttributedString> panel = () -> AttributedString.EMPTY;

    private final Runnable resized;
    private int drawnWidth;

    /** A reader that tells when the window has another size. */
    PromptReader(Terminal terminal, Runnable resized) throws IOException {
        super(terminal, "lab");
        this.resized = resized;
        this.drawnWidth = terminal.getWidth();
    }

    @Override
    protected synchronized void handleSignal(Terminal.Signal signal) {
        super.handleSignal(signal);
        if (signal == Terminal.Signal.WINCH) {
            resized.run();
        }
    }

    /** Lets nobody draw any more, for good: the program is being ended, and what it writes last must stay last. */
    void freeze() {
        held();
    }

    /** Does something while nobody draws. */
    void alone(Runnable action) {
        boolean held = held();
        try {
            action.run();
        } finally {
            if (held) {
                lock.unlock();
            }
        }
    }

    /** Waits a moment for who is drawing now; false if that one is stuck. */
    private boolean held() {
        try {
            return lock.tryLock(FREEZE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Shows another panel from now on, at once if the prompt is open. */
    void show(Supplier<AttributedString> text) {
        lock.lock();
        try {
            panel = text;
            if (isReading()) {
                if (terminal.getWidth() != drawnWidth) {
                    wipe();
                }
                redisplay(true);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Clears everything from the prompt on. After a change of width the terminal has broken our lines anew, each emulator
     * in its own way; the only safe ground is where the line begins.
     */
    private void wipe() {
        int columns = Math.max(1, terminal.getWidth());
        int before = prompt.columnLength(terminal) + DisplayWidth.of(buf.upToCursor());
        terminal.puts(Capability.carriage_return);
        for (int row = 0; row < before / columns; row++) {
            terminal.puts(Capability.cursor_up);
        }
        terminal.puts(Capability.clr_eos);
        display.reset();
        drawnWidth = columns;
    }

    /**
     * What is pasted, up to its end mark. The mark may be lost, where a large paste comes while no line is read and the
     * terminal holds only so much of it: then a pause ends it, or Ctrl-C, and the learner is not kept waiting for ever.
     */
    @Override
    protected String doReadStringUntil(String end) {
        StringBuilder pasted = new StringBuilder();
        while (bindingReader.peekCharacter(PASTE_PAUSE_MILLIS) >= 0) {
            int next = bindingReader.readCharacter();
            if (next < 0) {
                break;
            }
            pasted.appendCodePoint(next);
            int text = pasted.length() - end.length();
            if (text >= 0 && pasted.indexOf(end, text) == text) {
                pasted.setLength(text);
                break;
            }
        }
        return pasted.toString();
    }

    /** Completion lists and searches stand in the same place; they come first. */
    @Override
    protected void redisplay(boolean flush) {
        lock.lock();
        try {
            AttributedString below = isReading() && post == null ? panel.get() : AttributedString.EMPTY;
            if (below.length() == 0) {
                super.redisplay(flush);
                return;
            }
            post = () -> below;
            try {
                super.redisplay(flush);
            } finally {
                post = null;
            }
        } finally {
            lock.unlock();
        }
    }
}
