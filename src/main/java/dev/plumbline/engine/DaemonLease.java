package dev.plumbline.engine;

import dev.plumbline.engine.link.Line;
import dev.plumbline.engine.link.Words;
import java.io.IOException;

/** A lease of which the daemon holds the provider; it ends at the latest when the line does. */
final class DaemonLease implements Lease {
    private final Line line;
    private final String reattachProviders;
    private final String providerVersion;
    private boolean closed;
    private boolean died;

    DaemonLease(Line line, String reattachProviders, String providerVersion) {
        this.line = line;
        this.reattachProviders = reattachProviders;
        this.providerVersion = providerVersion;
    }

    @Override
    public String reattachProviders() {
        return reattachProviders;
    }

    @Override
    public String providerVersion() {
        return providerVersion;
    }

    @Override
    public synchronized boolean providerDied() {
        if (!closed) {
            died = asksDied();
        }
        return died;
    }

    private boolean asksDied() {
        try {
            return line.ask(Words.of(Verbs.DIED)).verb().equals(Verbs.YES);
        } catch (IOException daemonGone) {
            return true; // and its providers with it
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        died = asksDied();
        closed = true;
        try (line) {
            line.ask(Words.of(Verbs.END));
        } catch (IOException daemonGone) {
            return;
        }
    }
}
