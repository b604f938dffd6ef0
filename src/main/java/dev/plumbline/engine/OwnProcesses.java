package dev.plumbline.engine;

import dev.plumbline.engine.link.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Provider processes that belong to this process and end with it. */
final class OwnProcesses implements ProviderSource {
    private static final String PREFIX = "own";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Path folder;
    private final EngineHost host;

    private OwnProcesses(Path folder, EngineHost host) {
        this.folder = folder;
        this.host = host;
    }

    static OwnProcesses open(EngineOptions options) throws IOException {
        Path home = PrivateFolder.create(PrivateFolder.home(options.environment()));
        clearAfterTheDead(home);
        Path folder = PrivateFolder.create(
                home.resolve(PREFIX + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet()));
        return new OwnProcesses(folder, new EngineHost(folder, options.cacheDir(), options.processLimit()));
    }

    private static void clearAfterTheDead(Path home) throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.list(home)) {
            folders = all.filter(OwnProcesses::ownerIsDead).toList();
        }
        folders.forEach(Folders::deleteQuietly);
    }

    private static boolean ownerIsDead(Path folder) {
        String name = folder.getFileName().toString();
        if (!name.matches(PREFIX + "\\d{1,18}-\\d+")) {
            return false;
        }
        long pid = Long.parseLong(name.substring(PREFIX.length(), name.indexOf('-')));
        Optional<ProcessHandle> owner = ProcessHandle.of(pid);
        return owner.isEmpty() || !owner.orElseThrow().isAlive();
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
