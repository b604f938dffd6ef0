package dev.plumbline.workbench;

import dev.plumbline.sandbox.SandboxException;
import dev.plumbline.sandbox.SandboxLink;
import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.JournalEntry;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Sets a lab back to its beginning: everything of the learner's moves to a backup, the embedded AWS forgets. */
public final class LabReset {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Workbench bench;
    private final Clock clock;

    /** For that workbench. */
    public LabReset(Workbench bench) {
        this(bench, Clock.systemUTC());
    }

    LabReset(Workbench bench, Clock clock) {
        this.bench = bench;
        this.clock = clock;
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
     * @param say told what takes time
     * @return the backup's folder
     * @throws UserError if it cannot be done; the message says whether anything has moved, and where to
     */
    public Path run(Consumer<String> say) throws IOException {
        LabSetup beginning = new LabSetup(bench, say);
        beginning.requirePossible();
        Path own = PlumblineFolder.prepare(bench.folder());
        Instant now = clock.instant();
        bench.sandbox().ifPresent(LabReset::forget);
        Path backup = backup(own, STAMP.format(now));
        try {
            move(own, backup);
            Files.deleteIfExists(own.resolve("setup.json"));
            Journal.of(bench.folder()).add(new JournalEntry.Reset(now));
            beginning.prepare();
        } catch (IOException halfway) {
            throw halfway(FileTrouble.reason(halfway) + " (" + halfway.getMessage() + ")", backup);
        } catch (UserError halfway) {
            throw halfway(halfway.text(), backup);
        }
        return backup;
    }

    private static UserError halfway(String why, Path backup) {
        return UserError.trouble("The lab is set back in part only: " + why + "\nWhat has moved is in " + backup
                + ". Set it back once more when the cause is gone.");
    }

    /** Before any file moves. It is asked something harmless first: an order is carried out even if nobody waits for it. */
    private static void forget(SandboxLink link) {
        try {
            link.regions();
            link.reset();
        } catch (SandboxException noAnswer) {
            throw UserError.trouble(
                    "The lab is not set back: " + noAnswer.text()
                            + " Your files are where they were. If another terminal has this lab open, go on there, or close it.");
        }
    }

    /** A folder that was not there before: the files of two resets within a second must not meet. */
    private static Path backup(Path own, String stamp) throws IOException {
        Path backups = Files.createDirectories(own.resolve("backups"));
        for (int number = 1; ; number++) {
            try {
                return Files.createDirectory(backups.resolve(number == 1 ? stamp : stamp + "-" + number));
            } catch (FileAlreadyExistsException taken) {
                // the next one
            }
        }
    }

    private void move(Path own, Path backup) throws IOException {
        List<Path> theirs;
        try (Stream<Path> all = Files.list(bench.folder())) {
            theirs = all.filter(p -> !p.equals(own)).toList();
        }
        for (Path path : theirs) {
            move(path, backup, path.getFileName().toString());
        }
        Path installed = backup.resolve(".terraform");
        if (Files.isDirectory(installed, LinkOption.NOFOLLOW_LINKS)) {
            FolderTree.removeWhatGoes(installed); // half a gigabyte that init brings back; not worth keeping
        }
        // What was made of files that are no longer there: a drill would go on with them, an undo bring them back.
        Path made = Files.createDirectory(backup.resolve(own.getFileName().toString()));
        move(own.resolve("undo"), made, "undo");
        move(own.resolve("drills"), made, "drills");
    }

    private static void move(Path path, Path folder, String name) throws IOException {
        try {
            Files.move(path, folder.resolve(name));
        } catch (NoSuchFileException gone) {
            // an editor's temporary file, or nothing there to begin with
        }
    }
}
