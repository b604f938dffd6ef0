package dev.plumbline.engine;

import dev.plumbline.engine.proxy.LeaseProxy;
import dev.plumbline.engine.proxy.ProviderChannel;
import dev.plumbline.engine.proxy.Providers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A lease where the processes are. */
final class HostLease implements Lease, Providers {
    /** Configured instances of the provider (aliases) in one run, beyond which something is wrong. */
    private static final int MOST_OTHERS = 15;

    private final ProviderPool<ProviderKey, ProviderProcess> pool;
    private final ProviderKey key;
    private final ProviderProcess process;
    private final Optional<InetSocketAddress> relayed;
    private final List<ProviderProcess> others = new ArrayList<>();
    private @Nullable LeaseProxy proxy;
    private boolean closed;

    /** @param relayed where the run's AWS is, if the processes reach it through a relay */
    HostLease(
            ProviderPool<ProviderKey, ProviderProcess> pool,
            ProviderKey key,
            ProviderProcess process,
            Optional<InetSocketAddress> relayed) {
        this.pool = pool;
        this.key = key;
        this.process = process;
        this.relayed = relayed;
    }

    synchronized void listen(LeaseProxy listening) {
        proxy = listening;
    }

    @Override
    public synchronized String reattachProviders() {
        if (proxy == null) {
            throw new IllegalStateException("not listening yet");
        }
        return ReattachValue.of(key.binary().source(), process.protocol(), proxy.address());
    }

    @Override
    public String providerVersion() {
        return key.binary().version();
    }

    @Override
    public synchronized boolean providerDied() {
        return !process.alive() || others.stream().anyMatch(other -> !other.alive());
    }

    @Override
    public ProviderChannel first() {
        return process.channel();
    }

    @Override
    public ProviderChannel another() throws IOException {
        ProviderProcess other;
        try {
            other = pool.acquireAnother(key);
        } catch (EngineUnavailable e) {
            throw new IOException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        synchronized (this) {
            if (!closed && others.size() < MOST_OTHERS) {
                others.add(other);
                other.beginRun(relayed);
                return other.channel();
            }
        }
        pool.release(key, other);
        throw new IOException("more than " + (MOST_OTHERS + 1) + " provider configurations, or the lease is over");
    }

    @Override
    public void giveBack(ProviderChannel channel) {
        ProviderProcess given = null;
        synchronized (this) {
            for (ProviderProcess other : others) {
                if (other.channel() == channel) {
                    given = other;
                }
            }
            // One that died stays, so that providerDied() can tell.
            if (given == null || !given.alive() || closed) {
                return;
            }
            others.remove(given);
        }
        pool.release(key, given);
    }

    @Override
    public void close() {
        List<ProviderProcess> all = new ArrayList<>();
        LeaseProxy listening;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            all.add(process);
            all.addAll(others);
            listening = proxy;
        }
        if (listening != null) {
            // Without the lock: it waits for the thread that moves bytes, which may be giving a process back just now.
            listening.close();
        }
        all.forEach(each -> pool.release(key, each));
    }
}
