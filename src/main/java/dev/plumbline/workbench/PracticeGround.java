package dev.plumbline.workbench;

import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCatalogue;
import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.JournalEntry;
import dev.plumbline.workspace.Progress;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A folder of its own for the same exercise with values drawn from a seed. The folder's journal keeps the seed. */
public final class PracticeGround {
    private PracticeGround() {}

    /** The folder beside the learner's own. */
    public static Path beside(Path workspace, long seed) {
        Path root = workspace.toAbsolutePath().normalize();
        return root.resolveSibling(root.getFileName() + "-practice-" + seed);
    }

    /** The lab as it is asked for in a folder: with the values of its seed where the learner practises there. */
    public static Lab lab(LabCatalogue labs, String id, Path folder) {
        Long seed = Journal.of(folder).progress().seed();
        return seed == null ? labs.load(id) : labs.draw(id, seed);
    }

    /**
     * Makes sure that the folder is one for that seed.
     *
     * @throws UserError if it holds something else
     */
    public static void claim(Path folder, long seed) {
        Progress progress = Journal.of(folder).progress();
        Long there = progress.seed();
        if (there != null && there == seed) {
            return;
        }
        if (there != null || progress.begun() != null || holdsAnything(folder)) {
            throw UserError.usage(folder + " holds other work already. Name an empty folder with --dir"
                    + (there == null ? "." : ", or go on there with --seed " + there + "."));
        }
        PlumblineFolder.prepare(folder);
        if (!Journal.of(folder).add(new JournalEntry.Practised(Instant.now(), seed))) {
            throw UserError.trouble(folder + " cannot be written. Name another folder with --dir.");
        }
    }

    private static boolean holdsAnything(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (!entry.getFileName().toString().equals(".plumbline")) {
                    return true;
                }
            }
            return false;
        } catch (IOException closed) {
            return true;
        }
    }
}
