package dev.plumbline.terminal;

import java.io.IOException;
import java.util.function.Supplier;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/**
 * JLine's line reader with a panel below the line. The panel is part of what the reader displays, so it moves, wraps and
 * vanishes with the prompt: no scroll region has to be set that a crash could leave behind, and the terminal is a
 * child's without a trace of us once the line is entered.
 */
final class PromptReader extends LineReaderImpl {
    private Supplier<AttributedString> panel = () -> AttributedString.EMPTY;

    PromptReader(Terminal terminal) throws IOException {
        super(terminal, "lab");
    }

    /** Shows another panel from now on, at once if the prompt is open. */
    void show(Supplier<AttributedString> text) {
        lock.lock();
        try {
            panel = text;
            if (isReading()) {
                redisplay(true);
            }
        } finally {
            lock.unlock();
        }
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
