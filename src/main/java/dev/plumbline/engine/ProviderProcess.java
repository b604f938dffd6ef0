package dev.plumbline.engine;

import dev.plumbline.engine.EngineUnavailable.Reason;
import dev.plumbline.engine.proxy.EndpointRelay;
import dev.plumbline.engine.proxy.Loops;
import dev.plumbline.engine.proxy.ProviderChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A running provider, started the way Terraform starts one, and the connection to it. */
final class ProviderProcess implements PooledProvider {
    /** Reading the 700 MB of the AWS provider from a slow disk takes many seconds. */
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final ProviderBinary binary;
    private final WatchedProcess process;
    private final Handshake handshake;
    private final ProviderChannel channel;
    private final @Nullable EndpointRelay relay;
    private final AtomicInteger runs = new AtomicInteger();

    private ProviderProcess(
            ProviderBinary binary,
            WatchedProcess process,
            Handshake handshake,
            ProviderChannel channel,
            @Nullable EndpointRelay relay) {
        this.binary = binary;
        this.process = process;
        this.handshake = handshake;
        this.channel = channel;
        this.relay = relay;
        var unused = process.ended().thenRun(this::letGo);
    }

    /**
     * Starts one and waits for its handshake.
     *
     * @param key with all that the caller wants the provider to see
     * @param folder a private folder for its socket, also its working directory
     */
    static ProviderProcess start(ProviderKey key, Path folder, Loops loops) throws EngineUnavailable {
        ProviderBinary binary = key.binary();
        Map<String, String> environment = new TreeMap<>(key.environment());
        EndpointRelay relay = null;
        WatchedProcess process;
        try {
            if (key.relayed()) {
                relay = EndpointRelay.listen(loops);
                environment.put(Destination.ENDPOINT, relay.address().toString());
            }
            process = WatchedProcess.start(
                    binary.program(), ProviderEnvironment.complete(environment, folder), folder, "engine-provider");
        } catch (IOException e) {
            close(relay);
            throw failed(binary, "cannot be started: " + e.getMessage());
        }
        boolean started = false;
        try {
            Handshake handshake = Handshake.parse(firstLine(process));
            started = true;
            return new ProviderProcess(
                    binary, process, handshake, new ProviderChannel(handshake.socket(), loops), relay);
        } catch (ExecutionException e) {
            throw failed(binary, "ended at once: " + process.lastError());
        } catch (TimeoutException e) {
            throw failed(binary, "did not start within " + START_LIMIT.toSeconds() + " s");
        } finally {
            if (!started) {
                process.end();
                close(relay);
            }
        }
    }

    /** A start goes on when nobody waits for it any more: the next lease is glad of it. */
    private static String firstLine(WatchedProcess process) throws ExecutionException, TimeoutException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return process.firstLine().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static EngineUnavailable failed(ProviderBinary binary, String how) {
        return new EngineUnavailable(
                Reason.PROVIDER_FAILED, "The provider " + binary.source() + " " + binary.version() + " " + how + ".");
    }

    ProviderBinary binary() {
        return binary;
    }

    int protocol() {
        return handshake.protocol();
    }

    ProviderChannel channel() {
        return channel;
    }

    long pid() {
        return process.pid().getNow(-1L);
    }

    int runs() {
        return runs.get();
    }

    /** @param aws where its AWS is during this run, if it reaches it through a relay */
    void beginRun(Optional<InetSocketAddress> aws) {
        runs.incrementAndGet();
        if (relay != null) {
            aws.ifPresent(relay::pointTo);
        }
    }

    /** Only now: a call cut off in the middle would be tried again and again, and keep the process busy. */
    @Override
    public void rest() {
        if (relay != null) {
            relay.pointNowhere();
        }
    }

    @Override
    public boolean alive() {
        return !process.ended().isDone();
    }

    @Override
    public boolean busy() {
        return channel.running() > 0;
    }

    @Override
    public boolean spoiled() {
        return channel.stopped();
    }

    @Override
    public void end() {
        process.end();
        letGo();
    }

    private static void close(@Nullable EndpointRelay relay) {
        if (relay != null) {
            relay.close();
        }
    }

    private void letGo() {
        channel.close();
        close(relay);
        try {
            Files.deleteIfExists(handshake.socket());
        } catch (IOException leftOver) {
            // An empty socket file in our own folder; the folder is cleared when the engine next starts.
            return;
        }
    }
}
