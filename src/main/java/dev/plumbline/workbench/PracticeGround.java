package dev.plumbline.workbench;

import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCatalogue;
import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.JournalEntry;
import dev.plumbline.workspace.PracticeClock;
import dev.plumbline.workspace.Progress;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
     * Makes sure that the folder can be one for that seed; nothing is written.
     *
     * @return whether it is one already
     * @throws UserError if it holds something else
     */
    public static boolean requireFree(Path folder, long seed) {
        Progress progress = Journal.of(folder).progress();
        Long there = progress.seed();
        if (there != null && there == seed) {
            return true;
        }
        if (there != null || progress.begun() != null || holdsAnything(folder)) {
            throw UserError.usage(folder + " holds other work already. Name an empty folder with --dir"
                    + (there == null ? "." : ", or go on there with --seed " + there + "."));
        }
        return false;
    }

    /**
     * Makes the folder one for that seed.
     *
     * @throws UserError if it holds something else
     */
    public static void claim(Path folder, long seed) {
        if (requireFree(folder, seed)) {
            return;
        }
        PlumblineFolder.prepare(folder);
        if (!Journal.of(folder).add(new JournalEntry.Practised(Instant.now(), seed))) {
            throw UserError.trouble(folder + " cannot be written. Name another folder with --dir.");
        }
    }

    /**
     * Starts the clock in a folder for practice. A time is one of the whole exercise, so it starts at the beginning only.
     *
     * @return whether it runs; it does not where there is work already
     */
    public static boolean startClock(Path folder) {
        Progress progress = Journal.of(folder).progress();
        if (progress.clock().running()) {
            return true;
        }
        return progress.passed() == null
                && isAtBeginning(folder)
                && Journal.of(folder).add(new JournalEntry.ClockStarted(Instant.now()));
    }

    /** Whether nothing is written or applied yet, beyond what the lab itself has put there. */
    private static boolean isAtBeginning(Path folder) {
        Path setup = PlumblineFolder.of(folder).resolve("setup.json");
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            Instant prepared =
                    Files.exists(setup) ? Files.getLastModifiedTime(setup).toInstant() : Instant.EPOCH;
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                boolean work = name.equals("terraform.tfstate") || WorkspaceSnapshot.isCode(name);
                if (work
                        && Files.isRegularFile(entry)
                        && Files.size(entry) > 0
                        && Files.getLastModifiedTime(entry).toInstant().isAfter(prepared)) {
                    return false;
                }
            }
            return true;
        } catch (NoSuchFileException notMadeYet) {
            return true;
        } catch (IOException | DirectoryIteratorException closed) {
            return false;
        }
    }

    /**
     * A time that was reached in practice.
     *
     * @param seed with which values
     */
    public record Time(Duration time, long seed) {}

    /** The best time of all practice beside the learner's own folder; empty if none was timed to its end. */
    public static Optional<Time> best(Path workspace) {
        Path root = workspace.toAbsolutePath().normalize();
        Path parent = root.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return Optional.empty();
        }
        List<Time> times = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, root.getFileName() + "-practice-*")) {
            for (Path folder : folders) {
                List<JournalEntry> entries = Journal.of(folder).entries();
                Duration time = PracticeClock.best(entries);
                Long seed = Progress.of(entries).seed();
                if (time != null && seed != null) {
                    times.add(new Time(time, seed));
                }
            }
        } catch (IOException | DirectoryIteratorException closed) {
            return Optional.empty(); // nobody's practice can be seen there
        }
        return times.stream().min(Comparator.comparing(Time::time));
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
