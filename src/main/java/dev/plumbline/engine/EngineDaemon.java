package dev.plumbline.engine;

import dev.plumbline.engine.link.Line;
import dev.plumbline.engine.link.PrivateFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The process that owns the provider processes of one user, for all commands of one build. It ends by itself when its
 * last client has left for the time that client wished, and at once when its last client was killed. It keeps no handle
 * on any workspace: its working folder is its own, and it reads and writes only that and the cache.
 */
public final class EngineDaemon {
    private final DaemonAddress address;
    private final EngineHost host;
    private final Attendance attendance = new Attendance();

    private EngineDaemon(DaemonAddress address, EngineHost host) {
        this.address = address;
        this.host = host;
    }

    /**
     * Runs until nobody needs it.
     *
     * @param args the folder of all sockets of this user, its own in it, the cache folder, the most provider processes,
     *     the number of the process that starts it
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        DaemonAddress address = new DaemonAddress(Path.of(args[0]), Path.of(args[1]));
        PrivateFolder.create(address.folder()); // it is there, unless a sweep took it for another's just now
        try (FileChannel channel =
                        FileChannel.open(address.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                return; // another one serves this folder
            }
            clear(address);
            Leftovers.sweep(address.home(), address.folder());
            try (EngineHost host = new EngineHost(address.folder(), Path.of(args[2]), Integer.parseInt(args[3]))) {
                EngineDaemon daemon = new EngineDaemon(address, host);
                daemon.watch(Long.parseLong(args[4]));
                daemon.serve();
            }
        }
    }

    /** Sockets that a killed predecessor has left. */
    private static void clear(DaemonAddress address) throws IOException {
        List<Path> left;
        try (Stream<Path> files = Files.list(address.folder())) {
            left = files.filter(file -> !file.equals(address.lock()) && !file.equals(address.log()))
                    .toList();
        }
        for (Path file : left) {
            Folders.deleteQuietly(file);
            Files.deleteIfExists(file);
        }
    }

    /** A starter that is killed before it could say that it is here leaves nobody to wait for. */
    private void watch(long starter) {
        Optional<ProcessHandle> process = ProcessHandle.of(starter);
        if (process.isEmpty()) {
            attendance.starterDied();
        } else {
            var unused = process.orElseThrow().onExit().thenRun(attendance::starterDied);
        }
    }

    private void serve() throws IOException, InterruptedException {
        try (ServerSocketChannel listener = Line.listen(address.socket())) {
            Thread accepting = new Thread(() -> accept(listener), "engine-accept");
            accepting.setDaemon(true);
            accepting.start();
            attendance.awaitEnd();
        } finally {
            Files.deleteIfExists(address.socket());
        }
    }

    private void accept(ServerSocketChannel listener) {
        while (listener.isOpen()) {
            Optional<Line> line = next(listener);
            if (line.isPresent()) {
                Thread thread =
                        new Thread(new DaemonConnection(line.orElseThrow(), host, attendance), "engine-connection");
                thread.setDaemon(true);
                thread.start();
            }
        }
    }

    private static Optional<Line> next(ServerSocketChannel listener) {
        try {
            return Optional.of(Line.accept(listener));
        } catch (IOException refused) {
            return Optional.empty(); // another user's, or the listener was closed
        }
    }
}
