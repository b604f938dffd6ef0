package dev.plumbline.engine;

import dev.plumbline.engine.EngineUnavailable.Reason;
import dev.plumbline.engine.proxy.AttachBy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Warm providers for this program's own Terraform runs. Cheap to open: nothing is looked for or started before the first
 * lease. Safe for use by many threads.
 *
 * <p>The provider processes belong to a small daemon, which the first command that needs it starts and all commands of
 * the same user and build share. Where the daemon cannot run, they belong to this process.
 */
public final class WarmEngine implements AutoCloseable {
    /**
     * In the provider's environment, with any value: {@code AWS_ENDPOINT_URL} may be reached through another local
     * address, because its answers never name the one they were asked at. Runs whose environments differ only in such an
     * endpoint share provider processes.
     */
    public static final String MOVABLE_ENDPOINT = "PLUMBLINE_ENDPOINT_MOVABLE";

    private final EngineOptions options;
    private final ProviderFinder finder;
    private @Nullable ProviderSource source;
    private boolean closed;

    private WarmEngine(EngineOptions options) {
        this.options = options;
        this.finder = new ProviderFinder(options);
    }

    /** Opens the engine; fails on a platform that it does not know. */
    public static WarmEngine open(EngineOptions options) throws EngineUnavailable {
        return open(options, System.getProperty("os.name", ""));
    }

    static WarmEngine open(EngineOptions options, String platform) throws EngineUnavailable {
        if (platform.toLowerCase(Locale.ROOT).startsWith("windows")) {
            throw new EngineUnavailable(Reason.PLATFORM, "The warm engine does not run on Windows.");
        }
        return new WarmEngine(options);
    }

    /**
     * Waits for a warm provider, starts one if need be, and holds it until the lease is closed. Interrupting the waiting
     * thread gives up its place.
     *
     * @param providerEnvironment what the provider is to see ({@code AWS_ENDPOINT_URL}, credentials, region); nothing
     *     else of this process's environment reaches it. Leases of an equal environment share processes.
     *     {@code AWS_CA_BUNDLE} and Terraform's own variables are left out
     * @param timeout how long to wait for a process to become free; finding and starting one come on top
     */
    public Lease lease(ProviderNeed need, Map<String, String> providerEnvironment, Duration timeout)
            throws EngineUnavailable, InterruptedException {
        ProviderBinary binary = finder.find(need);
        return source().lease(new LeaseRequest(
                binary,
                ProviderEnvironment.asked(providerEnvironment),
                need.types(),
                timeout,
                options.loopback() ? AttachBy.TCP : AttachBy.UNIX));
    }

    /**
     * Runs with a lease, and once more with another if the provider died meanwhile. If it dies again, the second result
     * is lost too and the provider is reported as failed.
     */
    public <T> T run(ProviderNeed need, Map<String, String> providerEnvironment, Duration timeout, LeasedRun<T> what)
            throws EngineUnavailable, IOException, InterruptedException {
        for (int attempt = 0; attempt < 2; attempt++) {
            Lease lease = lease(need, providerEnvironment, timeout);
            T result;
            try (lease) {
                result = what.with(lease);
            }
            if (!lease.providerDied()) {
                return result;
            }
        }
        throw new EngineUnavailable(Reason.PROVIDER_FAILED, "The warm provider ended in the middle of a run, twice.");
    }

    /** Starts a provider of this kind in the background, so that the first lease finds it running. */
    public void prewarm(ProviderNeed need, Map<String, String> providerEnvironment) {
        Thread thread = new Thread(
                () -> {
                    try {
                        lease(need, providerEnvironment, Duration.ofSeconds(1)).close();
                    } catch (EngineUnavailable later) {
                        return; // the first lease meets the same and tells
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "engine-prewarm");
        thread.setDaemon(true);
        thread.start();
    }

    private synchronized ProviderSource source() throws EngineUnavailable, InterruptedException {
        if (closed) {
            throw new EngineUnavailable(Reason.STOPPED, "The warm engine was closed.");
        }
        if (source == null) {
            source = connect();
        }
        return source;
    }

    private ProviderSource connect() throws EngineUnavailable, InterruptedException {
        if (options.shared()) {
            try {
                return DaemonClient.connect(options);
            } catch (IOException noDaemon) {
                return own(); // slower for the next command, the same for this one
            }
        }
        return own();
    }

    private ProviderSource own() throws EngineUnavailable {
        try {
            return OwnProcesses.open(options);
        } catch (IOException e) {
            throw new EngineUnavailable(
                    Reason.PLATFORM, "There is no private folder for the warm engine's sockets: " + e.getMessage());
        }
    }

    /** The engines of this user that run now, of this and other builds of the program, for the same cache folder. */
    public static List<EngineStatus> status(EngineOptions options) {
        return LingeringEngines.status(options);
    }

    /** Ends those that nobody uses now; returns how many. */
    public static int stopLingering(EngineOptions options) {
        return LingeringEngines.stop(options);
    }

    /** Leaves. Processes that are shared stay warm for the time of {@link EngineOptions#linger}. Idempotent. */
    @Override
    public synchronized void close() {
        closed = true;
        if (source != null) {
            source.close();
            source = null;
        }
    }
}
