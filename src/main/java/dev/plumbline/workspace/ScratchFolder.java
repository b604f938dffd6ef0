package dev.plumbline.workspace;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Folders in the machine's temporary folder for the use of one process. Their names tell whose they are, so that what a
 * killed process left is removed when a later one makes its first.
 */
public final class ScratchFolder {
    private static final Pattern NAME = Pattern.compile("plumbline-[a-z]+-(\\d{1,18})-\\d+");

    /**
     * No folder is used for so long without a change, and where containers share a temporary folder, the owner may live
     * although its number means nothing here.
     */
    private static final Duration KEPT = Duration.ofHours(1);

    private static final AtomicBoolean swept = new AtomicBoolean();

    private ScratchFolder() {}

    /**
     * Makes one that only this user can enter; whoever asks removes it.
     *
     * @param purpose what it is for, a word in its name
     * @return its path without links
     */
    public static Path create(String purpose) throws IOException {
        Path folder = Files.createTempDirectory(
                        "plumbline-" + purpose + "-" + ProcessHandle.current().pid() + "-")
                .toRealPath();
        if (swept.compareAndSet(false, true)) {
            Thread sweep = new Thread(() -> sweep(folder.resolveSibling(".").normalize()), "scratch-sweep");
            sweep.setDaemon(true);
            sweep.start();
        }
        return folder;
    }

    /** Removes this user's folders of processes that are gone. */
    static void sweep(Path temporary) {
        List<Path> left;
        try (Stream<Path> all = Files.list(temporary)) {
            left = all.filter(ScratchFolder::isLeft).toList();
        } catch (IOException unreadable) {
            return;
        }
        for (Path folder : left) {
            deleteUnlessInUse(folder);
        }
    }

    /** Another process sweeps too, or there is no right to: then it is tried again next time. */
    private static void deleteUnlessInUse(Path folder) {
        try {
            delete(folder);
        } catch (IOException inUse) {
            return;
        }
    }

    private static boolean isLeft(Path folder) {
        Matcher name = NAME.matcher(folder.getFileName().toString());
        if (!name.matches()) {
            return false;
        }
        try {
            Instant used =
                    Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS).toInstant();
            String owner = Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName();
            return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && owner.equals(System.getProperty("user.name"))
                    && used.isBefore(Instant.now().minus(KEPT))
                    && !lives(Long.parseLong(name.group(1)), used);
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    /** A process that began after the folder was last used has only inherited the number. */
    static boolean lives(long pid, Instant used) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        return process.isPresent()
                && process.orElseThrow()
                        .info()
                        .startInstant()
                        .map(start -> !start.isAfter(used))
                        .orElse(true);
    }

    /**
     * Removes a folder with all that is in it; links are removed, not followed.
     *
     * @throws IOException if something in it cannot be removed
     */
    public static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path directory, java.io.@org.jspecify.annotations.Nullable IOException failed) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
