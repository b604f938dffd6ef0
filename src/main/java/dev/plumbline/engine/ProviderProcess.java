package dev.plumbline.engine;

import dev.plumbline.engine.EngineUnavailable.Reason;
import dev.plumbline.engine.proxy.Loops;
import dev.plumbline.engine.proxy.ProviderChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A running provider, started the way Terraform starts one, and the connection to it. */
final class ProviderProcess implements PooledProvider {
    /** Reading the 700 MB of the AWS provider from a slow disk takes many seconds. */
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final ProviderBinary binary;
    private final WatchedProcess process;
    private final Handshake handshake;
    private final ProviderChannel channel;
    private final AtomicInteger runs = new AtomicInteger();

    private ProviderProcess(
            ProviderBinary binary, WatchedProcess process, Handshake handshake, ProviderChannel channel) {
        this.binary = binary;
        this.process = process;
        this.handshake = handshake;
        this.channel = channel;
        var unused = process.ended().thenRun(this::letGo);
    }

    /**
     * Starts one and waits for its handshake.
     *
     * @param environment all that the caller wants the provider to see
     * @param folder a private folder for its socket, also its working directory
     */
    static ProviderProcess start(ProviderBinary binary, Map<String, String> environment, Path folder, Loops loops)
            throws EngineUnavailable {
        WatchedProcess process;
        try {
            process = WatchedProcess.start(
                    binary.program(), ProviderEnvironment.complete(environment, folder), folder, "engine-provider");
        } catch (IOException e) {
            throw failed(binary, "cannot be started: " + e.getMessage());
        }
        boolean started = false;
        try {
            Handshake handshake = Handshake.parse(firstLine(process));
            started = true;
            return new ProviderProcess(binary, process, handshake, new ProviderChannel(handshake.socket(), loops));
        } catch (ExecutionException e) {
            throw failed(binary, "ended at once: " + process.lastError());
        } catch (TimeoutException e) {
            throw failed(binary, "did not start within " + START_LIMIT.toSeconds() + " s");
        } finally {
            if (!started) {
                process.end();
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

    void beginRun() {
        runs.incrementAndGet();
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

    private void letGo() {
        channel.close();
        try {
            Files.deleteIfExists(handshake.socket());
        } catch (IOException leftOver) {
            // An empty socket file in our own folder; the folder is cleared when the engine next starts.
            return;
        }
    }
}
