package dev.plumbline.terraform;

import java.util.ArrayList;
import java.util.List;

/** A switch that ends a run in flight: thrown once, from any thread; what listens is told at once. */
public final class Cancellation {
    private final List<Runnable> listeners = new ArrayList<>();
    private boolean cancelled;

    /** Ends what listens. Further calls do nothing. */
    public void cancel() {
        List<Runnable> told;
        synchronized (listeners) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            told = List.copyOf(listeners);
        }
        told.forEach(Runnable::run);
    }

    /** Whether it was thrown. */
    public boolean isCancelled() {
        synchronized (listeners) {
            return cancelled;
        }
    }

    /** Calls the listener on cancel, at once if it was thrown already; close the answer to stop listening. */
    public Registration onCancel(Runnable listener) {
        boolean now;
        synchronized (listeners) {
            now = cancelled;
            if (!now) {
                listeners.add(listener);
            }
        }
        if (now) {
            listener.run();
        }
        return () -> {
            synchronized (listeners) {
                listeners.remove(listener);
            }
        };
    }

    /** A listener's place in the list. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
