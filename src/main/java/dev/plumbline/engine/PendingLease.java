package dev.plumbline.engine;

import dev.plumbline.engine.EngineUnavailable.Reason;
import dev.plumbline.engine.link.Line;
import dev.plumbline.engine.link.WordWriter;
import dev.plumbline.engine.link.Words;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A lease that a client waits for or holds; it ends when the client says so or hangs up. */
final class PendingLease {
    private final Line line;
    private final EngineHost host;
    private final LeaseRequest request;
    private final Thread waiting;
    private @Nullable Lease granted;
    private boolean cancelled;

    PendingLease(Line line, EngineHost host, LeaseRequest request) {
        this.line = line;
        this.host = host;
        this.request = request;
        this.waiting = new Thread(this::obtain, "engine-lease");
        waiting.setDaemon(true);
    }

    void start() {
        waiting.start();
    }

    private void obtain() {
        try {
            line.send(ask());
        } catch (IOException hungUp) {
            cancel();
        }
    }

    private Words ask() {
        try {
            Lease lease = host.lease(request);
            synchronized (this) {
                if (!cancelled) {
                    granted = lease;
                    return new WordWriter(Verbs.GRANTED)
                            .text(lease.reattachProviders())
                            .text(lease.providerVersion())
                            .words();
                }
            }
            lease.close();
            return refused(Reason.STOPPED, "The lease was cancelled.");
        } catch (EngineUnavailable e) {
            return refused(e.reason(), String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            return refused(Reason.STOPPED, "The lease was cancelled.");
        }
    }

    private static Words refused(Reason reason, String message) {
        return Words.of(Verbs.REFUSED, reason.name(), message);
    }

    synchronized boolean providerDied() {
        return granted != null && granted.providerDied();
    }

    void cancel() {
        Lease over;
        synchronized (this) {
            cancelled = true;
            over = granted;
        }
        waiting.interrupt();
        if (over != null) {
            over.close();
        }
    }
}
