package dev.plumbline.terminal;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * Keeps Ctrl-C from ending this program while a command has the terminal: the terminal sends it to that command too, which
 * ends in its own way, and what it works with, such as the embedded AWS, has to be there until it has.
 */
public final class Interrupts implements AutoCloseable {
    private static final String CTRL_C = "INT";

    private final AtomicBoolean heard = new AtomicBoolean();
    private final @Nullable Object before;

    private Interrupts() {
        this.before = Signals.register(CTRL_C, () -> heard.set(true));
    }

    /** From now on until it is closed. */
    public static Interrupts held() {
        return new Interrupts();
    }

    /** Whether there was one. */
    public boolean heard() {
        return heard.get();
    }

    @Override
    public void close() {
        Signals.unregister(CTRL_C, before);
    }
}
