package dev.plumbline.engine;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Held by whoever looks for a provider, over all commands of this user: what one finds, the others need not look for. */
final class LookLock implements AutoCloseable {
    /** A file lock is the process's; these tell its threads apart. */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final ReentrantLock thread;
    private final FileChannel file;

    private LookLock(ReentrantLock thread, FileChannel file) {
        this.thread = thread;
        this.file = file;
    }

    /** Waits for it. */
    static LookLock take(Path path) throws IOException, InterruptedException {
        ReentrantLock thread = THREADS.computeIfAbsent(path.toAbsolutePath(), none -> new ReentrantLock());
        thread.lockInterruptibly();
        FileChannel file = null;
        boolean locked = false;
        try {
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var unused = file.lock(); // closing the channel releases it
            locked = true;
            return new LookLock(thread, file);
        } catch (FileLockInterruptionException | ClosedByInterruptException e) {
            Thread.interrupted(); // the exception below carries it on
            throw new InterruptedException("the look for a provider was called off");
        } finally {
            if (!locked) {
                if (file != null) {
                    file.close();
                }
                thread.unlock();
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            file.close();
        } finally {
            thread.unlock();
        }
    }
}
