package dev.plumbline.engine;

import dev.plumbline.engine.EngineUnavailable.Reason;
import dev.plumbline.engine.proxy.AttachBy;
import dev.plumbline.engine.proxy.LeaseProxy;
import dev.plumbline.engine.proxy.Loops;
import dev.plumbline.engine.proxy.SchemaAnswer;
import dev.plumbline.engine.schema.ProviderSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The owner of provider processes: in the daemon, or in this process where no daemon can be. */
final class EngineHost implements AutoCloseable {
    private static final Duration SPARE_FOR = Duration.ofMinutes(1);

    private final Path folder;
    private final Loops loops = new Loops();
    private final SchemaStore schemas;
    private final ScheduledExecutorService timer;
    private final ProviderPool<ProviderKey, ProviderProcess> pool;
    private final AtomicLong leases = new AtomicLong();

    /**
     * @param folder for sockets, of this user alone
     * @param cacheDir for schemas
     */
    EngineHost(Path folder, Path cacheDir, int processLimit) {
        this.folder = folder;
        this.schemas = new SchemaStore(cacheDir);
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "engine-timer");
            thread.setDaemon(true);
            return thread;
        });
        this.pool = new ProviderPool<>(processLimit, ProviderPool.WORTH_WAITING, this::start, timer);
        var unused = timer.scheduleWithFixedDelay(
                () -> pool.endUnused(SPARE_FOR), SPARE_FOR.toSeconds(), SPARE_FOR.toSeconds(), TimeUnit.SECONDS);
    }

    private ProviderProcess start(ProviderKey key) throws EngineUnavailable {
        return ProviderProcess.start(key, folder, loops);
    }

    /** Waits for a process and listens for Terraform in front of it. */
    HostLease lease(LeaseRequest request) throws EngineUnavailable, InterruptedException {
        ProviderBinary binary = request.binary();
        Destination destination = Destination.of(request.environment());
        ProviderKey key = new ProviderKey(
                binary, destination.environment(), destination.relayed().isPresent());
        ProviderProcess process = pool.acquire(key, request.timeout());
        boolean granted = false;
        try {
            process.beginRun(destination.relayed());
            ProviderSchema schema = schemas.of(process);
            byte[] answer = schema.trimmedTo(request.types());
            String method = SchemaStore.method(process.protocol());
            HostLease lease = new HostLease(pool, key, process, destination.relayed());
            lease.listen(listen(request.by(), lease, asked -> asked.equals(method) ? answer : null));
            granted = true;
            return lease;
        } catch (IOException e) {
            throw new EngineUnavailable(
                    Reason.PROVIDER_FAILED,
                    "The provider " + binary.source() + " " + binary.version() + " does not answer: " + e.getMessage());
        } finally {
            if (!granted) {
                pool.release(key, process);
            }
        }
    }

    /** Over a port where that was asked for, or where the folder is in a place that cannot hold a socket. */
    private LeaseProxy listen(AttachBy by, HostLease lease, SchemaAnswer schema) throws EngineUnavailable {
        String noSocket = "";
        if (by == AttachBy.UNIX) {
            try {
                return LeaseProxy.listen(folder.resolve("lease" + leases.incrementAndGet()), lease, schema, loops);
            } catch (IOException e) {
                noSocket = "there is no unix socket (" + e.getMessage() + "), and ";
            }
        }
        try {
            return LeaseProxy.listenOnLoopback(lease, schema, loops);
        } catch (IOException noPort) {
            throw new EngineUnavailable(
                    Reason.PLATFORM,
                    "Terraform cannot be attached to a warm provider: " + noSocket + noPort.getMessage() + ".");
        }
    }

    List<EngineStatus.Provider> providers() {
        List<EngineStatus.Provider> all = new ArrayList<>();
        pool.held().forEach(process -> all.add(status(process, true)));
        pool.idle().forEach(process -> all.add(status(process, false)));
        return all;
    }

    private static EngineStatus.Provider status(ProviderProcess process, boolean busy) {
        return new EngineStatus.Provider(
                process.pid(), process.binary().version(), busy, ResidentMemory.of(process.pid()), process.runs());
    }

    @Override
    public void close() {
        timer.shutdownNow();
        pool.close();
        loops.close();
    }
}
