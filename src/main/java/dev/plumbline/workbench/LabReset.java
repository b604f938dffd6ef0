package dev.plumbline.workbench;

import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/** Sets a lab back to its beginning: everything of the learner's moves to a backup, the embedded AWS forgets. */
public final class LabReset {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Workbench bench;

    /** For that workbench. */
    public LabReset(Workbench bench) {
        this.bench = bench;
    }

    /**
     * Sets a store of the embedded AWS aside that cannot be opened any more.
     *
     * @return whether there was one
     */
    public static boolean setStoreAside(Path folder) throws IOException {
        Path sandbox = PlumblineFolder.of(folder.toAbsolutePath().normalize()).resolve("sandbox");
        Path store = sandbox.resolve("store.mv");
        if (!Files.isRegularFile(store)) {
            return false;
        }
        Files.move(store, sandbox.resolve("store.mv.damaged-" + STAMP.format(Instant.now())));
        return true;
    }

    /**
     * Does it.
     *
     * @return the backup's folder
     */
    public Path run() throws IOException {
        Path own = PlumblineFolder.prepare(bench.folder());
        Instant now = Instant.now();
        Path backup = Files.createDirectories(own.resolve("backups").resolve(STAMP.format(now)));
        List<Path> theirs;
        try (Stream<Path> all = Files.list(bench.folder())) {
            theirs = all.filter(p -> !p.equals(own)).toList();
        }
        for (Path path : theirs) {
            if (path.getFileName().toString().equals(".terraform")
                    && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                // Half a gigabyte that init brings back; not worth keeping.
                FolderTree.remove(path);
            } else {
                Files.move(path, backup.resolve(path.getFileName().toString()));
            }
        }
        Files.deleteIfExists(own.resolve("setup.json"));
        bench.sandbox().ifPresent(link -> link.reset());
        Journal.of(bench.folder()).add(new JournalEntry.Reset(now));
        new LabSetup(bench, line -> {}).prepare();
        return backup;
    }
}
