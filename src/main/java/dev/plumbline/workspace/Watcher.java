package dev.plumbline.workspace;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tells when a file of the learner's folder has new content. It looks at sizes and times in short intervals and reads
 * only what changed: that works on every file system, in containers, WSL and NFS, and costs microseconds for a folder
 * this small. A file that turns empty or vanishes is believed on the second look only, because editors save that way.
 */
public final class Watcher implements AutoCloseable {
    /** How often to look. */
    public static final Duration INTERVAL = Duration.ofMillis(100);

    private final Path folder;
    private final Consumer<Change> listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private FolderState known;
    private boolean doubting;

    /**
     * Files have new content.
     *
     * @param files their paths relative to the folder, with forward slashes; none where the folder itself came or went and
     *     held none
     * @param seenNanos when it was noticed, by {@link System#nanoTime()}
     */
    public record Change(Set<String> files, long seenNanos) {
        public Change {
            files = Set.copyOf(files);
        }
    }

    /** A watcher that looks only when {@link #look()} is called. */
    Watcher(Path folder, Consumer<Change> listener) {
        this.folder = folder;
        this.listener = listener;
        this.known = FolderState.NOTHING.look(folder);
    }

    /** Watches from now on, on a thread of its own; changes are told on that thread. */
    public static Watcher start(Path folder, Consumer<Change> listener) {
        Watcher watcher = new Watcher(folder, listener);
        Thread thread = new Thread(watcher::run, "watcher");
        thread.setDaemon(true);
        thread.start();
        return watcher;
    }

    private void run() {
        try {
            while (!closed.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks once and tells what changed since the last time. */
    void look() {
        FolderState now = known.look(folder);
        Set<String> changed = now.changedSince(known);
        if (changed.isEmpty() && now.there() == known.there()) {
            known = now;
            doubting = false;
            return;
        }
        FolderState before = known;
        boolean gone = known.there() && !now.there();
        if (!doubting && (gone || changed.stream().anyMatch(name -> now.emptied(name, before)))) {
            doubting = true; // keeps what was known, so that the next look sees the change again
            return;
        }
        known = now;
        doubting = false;
        listener.accept(new Change(changed, System.nanoTime()));
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
