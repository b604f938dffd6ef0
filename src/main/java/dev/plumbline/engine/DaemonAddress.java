package dev.plumbline.engine;

import dev.plumbline.engine.link.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a daemon listens: one folder for each cache folder and build, so that another build's daemon is never taken for
 * ours.
 *
 * @param home the folder of all sockets of this user
 * @param folder the daemon's own in it
 */
record DaemonAddress(Path home, Path folder) {
    private static final int SHORT = 8;

    static DaemonAddress of(EngineOptions options) {
        return new DaemonAddress(home(options), home(options).resolve(prefix(options) + Build.id()));
    }

    /** Those of any build that once ran with this cache folder. */
    static List<DaemonAddress> all(EngineOptions options) throws IOException {
        Path home = home(options);
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        PrivateFolder.check(home);
        try (Stream<Path> folders = Files.list(home)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith(prefix(options)))
                    .sorted()
                    .map(folder -> new DaemonAddress(home, folder))
                    .toList();
        }
    }

    /** Makes the folder. */
    DaemonAddress created() throws IOException {
        PrivateFolder.create(home);
        PrivateFolder.create(folder);
        return this;
    }

    Path socket() {
        return folder.resolve("engine");
    }

    Path lock() {
        return folder.resolve("lock");
    }

    Path log() {
        return folder.resolve("log");
    }

    private static Path home(EngineOptions options) {
        return PrivateFolder.home(options.environment());
    }

    private static String prefix(EngineOptions options) {
        return Digests.hex(options.cacheDir().toString()).substring(0, SHORT) + "-";
    }
}
