package dev.plumbline.engine;

import dev.plumbline.engine.link.PrivateFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Provider processes that belong to this process and end with it. */
final class OwnProcesses implements ProviderSource {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Path folder;
    private final EngineHost host;

    private OwnProcesses(Path folder, EngineHost host) {
        this.folder = folder;
        this.host = host;
    }

    static OwnProcesses open(EngineOptions options) throws IOException {
        Path home = PrivateFolder.create(PrivateFolder.home(options.environment()));
        Path folder = PrivateFolder.create(home.resolve(Leftovers.ownName(COUNT.incrementAndGet())));
        Leftovers.sweep(home, folder);
        return new OwnProcesses(folder, new EngineHost(folder, options.cacheDir(), options.processLimit()));
    }

    @Override
    public Lease lease(LeaseRequest request) throws EngineUnavailable, InterruptedException {
        return host.lease(request);
    }

    @Override
    public void close() {
        host.close();
        Folders.deleteQuietly(folder);
    }
}
