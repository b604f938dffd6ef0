package dev.plumbline.sandbox;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the processes of one workspace agree on who serves: the one that holds the lock file. The operating system releases
 * that lock however the process ends, so whoever waits for it takes over. The lock file is opened nowhere else: closing
 * any other channel on it would release a POSIX lock.
 */
final class Rendezvous {
    private static final Map<Path, Rendezvous> OPEN = new HashMap<>();
    private static final Duration LOOK = Duration.ofMillis(25);
    private static final Duration START_PATIENCE = Duration.ofSeconds(10);

    private final Path folder;
    private final FileChannel channel;
    private final Thread watcher;
    private int holders;
    private @Nullable FileLock lock;
    private volatile @Nullable Sandbox sandbox;
    private volatile @Nullable URI endpoint;
    private volatile @Nullable SandboxException trouble;

    private Rendezvous(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
        this.watcher = new Thread(this::watch, "sandbox-rendezvous");
        watcher.setDaemon(true);
    }

    static Rendezvous join(Path wished) {
        synchronized (OPEN) {
            Path folder = prepare(wished);
            Rendezvous present = OPEN.get(folder);
            if (present == null) {
                present = new Rendezvous(folder, open(folder.resolve("lock")));
                present.begin();
                OPEN.put(folder, present);
            }
            present.holders++;
            return present;
        }
    }

    void leave() {
        synchronized (OPEN) {
            if (--holders > 0) {
                return;
            }
            OPEN.remove(folder);
        }
        end();
    }

    private static Path prepare(Path folder) {
        try {
            return Files.createDirectories(folder).toRealPath();
        } catch (IOException trouble) {
            throw unusable(folder, trouble);
        }
    }

    private static FileChannel open(Path file) {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException trouble) {
            throw unusable(file, trouble);
        }
    }

    private static SandboxException unusable(Path file, IOException trouble) {
        return new SandboxException(
                SandboxException.Kind.FOLDER,
                "The embedded AWS keeps its state in " + file + ", which cannot be written ("
                        + trouble.getClass().getSimpleName() + "). Make the folder writable, or work in another one"
                        + " (--dir).",
                trouble);
    }

    private void begin() {
        try {
            if (!tryServe(false)) {
                endpoint = await();
                watcher.start();
            }
        } catch (SandboxException failed) {
            release();
            closeChannel();
            throw failed;
        }
    }

    /** Serves if nobody does. */
    private synchronized boolean tryServe(boolean takeOver) {
        if (!channel.isOpen()) {
            return false;
        }
        try {
            lock = channel.tryLock();
        } catch (IOException trouble) {
            throw unusable(folder.resolve("lock"), trouble);
        }
        if (lock == null) {
            return false;
        }
        Sandbox started = Ports.start(folder, takeOver);
        sandbox = started;
        endpoint = started.endpoint();
        return true;
    }

    /** The address of the process that holds the lock; it may still be starting, or just be ending. */
    private URI await() {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<EndpointFile> file = EndpointFile.read(folder);
            if (file.isPresent()) {
                URI address = Ports.address(file.get().port());
                if (new ControlClient(address)
                        .id()
                        .equals(Optional.of(file.get().id()))) {
                    return address;
                }
            }
            pause();
            if (tryServe(true)) {
                return endpoint();
            }
        }
        throw new SandboxException(
                SandboxException.Kind.UNREACHABLE,
                "Another process holds " + folder.resolve("lock") + " but its embedded AWS does not answer. If it was"
                        + " stopped with Ctrl-Z, type fg in its terminal. Otherwise end that process, or work in another"
                        + " folder (--dir).");
    }

    private void watch() {
        while (channel.isOpen() && sandbox == null) {
            pause();
            try {
                if (tryServe(true)) {
                    trouble = null;
                } else {
                    // The one that serves may have had to change its port.
                    EndpointFile.read(folder).ifPresent(file -> endpoint = Ports.address(file.port()));
                }
            } catch (SandboxException failed) {
                trouble = failed;
                release();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    URI endpoint() {
        URI known = endpoint;
        if (known == null) {
            throw new IllegalStateException("not joined yet");
        }
        return known;
    }

    boolean serving() {
        return sandbox != null;
    }

    Optional<SandboxException> trouble() {
        return Optional.ofNullable(trouble);
    }

    private synchronized void end() {
        Sandbox serving = sandbox;
        if (serving != null) {
            serving.close();
        }
        release();
        closeChannel();
    }

    private synchronized void release() {
        FileLock held = lock;
        lock = null;
        if (held != null && held.isValid()) {
            try {
                held.release();
            } catch (IOException closedAlready) {
                // Released with its channel.
                return;
            }
        }
    }

    private void closeChannel() {
        try {
            channel.close();
        } catch (IOException closedAlready) {
            throw unusable(folder.resolve("lock"), closedAlready);
        }
    }
}
