package dev.plumbline.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Folders for sockets whose owners are gone: of processes that were killed, and of daemons that have ended. Swept when
 * the next owner starts; only folders of this user, in a folder that nobody else can enter, are looked at.
 */
final class Leftovers {
    private static final String OWN = "own";

    /** A daemon's folder stays a while: the next command of the same build is likely to use it again. */
    private static final Duration KEPT = Duration.ofHours(1);

    private Leftovers() {}

    /** The name of a folder that belongs to this process alone. */
    static String ownName(int number) {
        return OWN + ProcessHandle.current().pid() + "-" + number;
    }

    /** Removes what is left, but for the folder that is in use just now. */
    static void sweep(Path home, Path inUse) {
        List<Path> folders;
        try (Stream<Path> all = Files.list(home)) {
            folders = all.filter(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
                    .filter(folder -> !folder.equals(inUse))
                    .toList();
        } catch (IOException unreadable) {
            return;
        }
        for (Path folder : folders) {
            if (isOfTheDead(folder)) {
                Folders.deleteQuietly(folder);
            } else if (isOldDaemons(folder)) {
                deleteUnlessServed(folder);
            }
        }
    }

    /**
     * Removes what killed look-ups left beside the kept ones: {@code KEY.NUMBER} and {@code KEY.NUMBER.old}.
     *
     * @param looks the folder of all look-ups
     */
    static void sweepLooks(Path looks) {
        Instant limit = Instant.now().minus(KEPT);
        try (Stream<Path> all = Files.list(looks)) {
            for (Path look : all.toList()) {
                if (look.getFileName().toString().matches("[0-9a-f]+\\.\\d+(\\.old)?")
                        && Files.getLastModifiedTime(look).toInstant().isBefore(limit)) {
                    Folders.deleteQuietly(look);
                }
            }
        } catch (IOException vanished) {
            return; // the next look-up sweeps again
        }
    }

    private static boolean isOfTheDead(Path folder) {
        String name = folder.getFileName().toString();
        if (!name.matches(OWN + "\\d{1,18}-\\d+")) {
            return false;
        }
        long pid = Long.parseLong(name.substring(OWN.length(), name.indexOf('-')));
        Optional<ProcessHandle> owner = ProcessHandle.of(pid);
        return owner.isEmpty() || !owner.orElseThrow().isAlive();
    }

    private static boolean isOldDaemons(Path folder) {
        try {
            Instant used = Files.getLastModifiedTime(folder.resolve("log")).toInstant();
            Instant changed = Files.getLastModifiedTime(folder).toInstant();
            Instant limit = Instant.now().minus(KEPT);
            return Files.isRegularFile(folder.resolve("lock")) && used.isBefore(limit) && changed.isBefore(limit);
        } catch (IOException noDaemons) {
            return false;
        }
    }

    /** A daemon holds the lock for as long as it lives, however it ends. */
    private static void deleteUnlessServed(Path folder) {
        try (FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                Folders.deleteQuietly(folder);
            }
        } catch (IOException | OverlappingFileLockException inUse) {
            return;
        }
    }
}
