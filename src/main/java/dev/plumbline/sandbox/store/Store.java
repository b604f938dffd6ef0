package dev.plumbline.sandbox.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;

/**
 * Tables in one file, or in memory.
 *
 * <p>What is guaranteed: once {@link #commit()} has returned, the changes made before it survive the end of this process,
 * {@code kill -9} included, because they were handed to the operating system. They are not forced to the platter: a power
 * cut may lose the last moments, but not the file, which is append-only. Commits of several threads are grouped.
 */
public final class Store implements AutoCloseable {
    /** How often a commit also looks for space to win back. */
    private static final int COMMITS_BETWEEN_COMPACTIONS = 2_000;

    private final @Nullable Path file;
    private final ReentrantLock committing = new ReentrantLock();
    private volatile MVStore store;
    private final AtomicLong wanted = new AtomicLong();
    private long done;
    private int commits;

    private Store(@Nullable Path file) {
        this.file = file;
        this.store = open();
    }

    /** A store that is forgotten when it is closed. */
    public static Store inMemory() {
        return new Store(null);
    }

    /**
     * Opens the file, creating it where there is none.
     *
     * @throws StoreException where it cannot be created, is damaged, or another process has it open
     */
    public static Store at(Path file) {
        return new Store(file);
    }

    private MVStore open() {
        // No background thread: it would commit at its own times and, with its executors, answer before writing.
        MVStore.Builder builder = new MVStore.Builder().autoCommitDisabled().cacheSize(8);
        if (file == null) {
            return builder.open();
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            MVStore opened = builder.fileName(file.toString()).open();
            if (opened.isReadOnly()) {
                opened.closeImmediately();
                throw new StoreException(
                        "The embedded endpoint's store " + file
                                + " is read-only. Make it writable, or use another folder.",
                        new IOException("read-only"));
            }
            return opened;
        } catch (IOException | MVStoreException | IllegalArgumentException trouble) {
            throw StoreTrouble.opening(file, trouble);
        }
    }

    /** The table of that name; it comes to be with its first entry. */
    public Table table(String name) {
        return new MapTable(this, name);
    }

    /** Removes a table with all that is in it. */
    public void drop(String name) {
        run(() -> {
            if (store.hasMap(name)) {
                store.removeMap(name);
            }
            return true;
        });
    }

    /**
     * Makes all changes so far last.
     *
     * @throws StoreException where they cannot be written, as on a full disk; uncommitted changes are then gone
     */
    public void commit() {
        if (file == null || !store.hasUnsavedChanges()) {
            return;
        }
        long mine = wanted.incrementAndGet();
        committing.lock();
        try {
            // Another thread's commit that began after our change has taken it along.
            if (done >= mine) {
                return;
            }
            long covers = wanted.get();
            run(() -> {
                store.commit();
                if (++commits % COMMITS_BETWEEN_COMPACTIONS == 0) {
                    store.compact(50, 4 << 20);
                }
                return true;
            });
            done = covers;
        } finally {
            committing.unlock();
        }
    }

    /**
     * The whole store as it is now, as a file that {@link #at} can open; empty for a store in memory. However slowly it is
     * read, and however large it is, nobody waits for that: what is read is a copy on the disk, gone when it is closed.
     *
     * @throws StoreException where it cannot be copied, as on a full disk
     */
    public InputStream copy() {
        if (file == null) {
            return InputStream.nullInputStream();
        }
        commit();
        committing.lock(); // nobody writes to the file while it is copied
        try {
            return StoreCopy.of(file);
        } catch (IOException refused) {
            throw StoreTrouble.copying(file, refused);
        } finally {
            committing.unlock();
        }
    }

    /**
     * Whether changes were lost because they could not be written. The store has then gone back to what was last
     * committed, and whoever keeps a copy must read it again.
     */
    public boolean recover() {
        committing.lock();
        try {
            if (!store.isClosed()) {
                return false;
            }
            store = open();
            return true;
        } finally {
            committing.unlock();
        }
    }

    org.h2.mvstore.MVMap<String, byte[]> map(String name) {
        return store.openMap(
                name,
                new org.h2.mvstore.MVMap.Builder<String, byte[]>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
    }

    <T> T run(Supplier<T> work) {
        try {
            return work.get();
        } catch (MVStoreException trouble) {
            store.closeImmediately();
            throw StoreTrouble.using(file, trouble);
        }
    }

    /** Writes what is left and closes the file. */
    @Override
    public void close() {
        if (!store.isClosed()) {
            run(() -> {
                store.close(0);
                return true;
            });
        }
    }
}
