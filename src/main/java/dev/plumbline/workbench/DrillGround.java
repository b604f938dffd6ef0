package dev.plumbline.workbench;

import dev.plumbline.lab.Drill;
import dev.plumbline.lab.Lab;
import dev.plumbline.sandbox.SandboxException;
import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.JournalEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a drill takes place: a copy of the learner's folder and of its embedded AWS, below {@code .plumbline/drills}. What
 * breaks, breaks in the copy: however a drill ends, {@code kill -9} included, the learner's own work is as it was.
 */
public final class DrillGround {
    /** Written when everything is broken as it should be: a copy without it was cut short while it was being made. */
    private static final String READY = "drill-ready";

    private final Path workspace;
    private final Lab lab;
    private final Drill drill;

    /** For a drill of that lab, on that folder. */
    public DrillGround(Path workspace, Lab lab, Drill drill) {
        this.workspace = workspace;
        this.lab = lab;
        this.drill = drill;
    }

    private static Path all(Path workspace) {
        return PlumblineFolder.of(workspace).resolve("drills");
    }

    /** The copy's folder. */
    public Path folder() {
        return all(workspace).resolve(drill.id());
    }

    /** Drills that were begun on that folder and not left: after a crash, or a terminal that was closed. */
    public static List<String> cutShort(Path workspace) {
        Path all = all(workspace);
        if (!Files.isDirectory(all)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(all)) {
            return folders.filter(DrillGround::isReady)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static boolean isReady(Path folder) {
        return Files.isRegularFile(PlumblineFolder.of(folder).resolve(READY));
    }

    /** Whether it is there, broken and waiting. */
    public boolean ready() {
        return isReady(folder());
    }

    /**
     * Makes the copy, opens it, and breaks in it what the drill breaks.
     *
     * @param own the learner's own folder with its embedded AWS
     * @param say told what takes time
     * @return the workbench of the copy; the caller closes it
     * @throws UserError if it cannot be made; nothing is left of it then
     */
    public Workbench make(Workbench own, Consumer<String> say) {
        Workbench copy = null;
        try {
            FolderTree.remove(folder());
            WorkspaceCopy.make(workspace, folder());
            Path store = PlumblineFolder.prepare(folder()).resolve("sandbox");
            Files.createDirectories(store);
            own.sandbox()
                    .orElseThrow(() -> UserError.usage("Drills run on the built-in AWS only."))
                    .copyStore(store);
            copy = open(own, say);
            LabSetup setup = new LabSetup(copy, say);
            setup.run(drill.steps());
            setup.record();
            Files.write(PlumblineFolder.of(folder()).resolve(READY), drill.id().getBytes(StandardCharsets.UTF_8));
            Journal.of(workspace).add(new JournalEntry.DrillBegun(Instant.now(), drill.id()));
            return copy;
        } catch (IOException failed) {
            undo(copy);
            // The learner's own work, or the copy, was written to at that very moment.
            throw notSetUp(FileTrouble.reason(failed) + " (" + failed.getMessage() + ").", "Try the drill once more.");
        } catch (SandboxException noAnswer) {
            undo(copy);
            throw notSetUp(noAnswer.text(), "If another terminal has this lab open, go on there, or close it.");
        } catch (UserError refused) {
            undo(copy);
            throw refused.isTrouble() ? notSetUp(refused.text(), "Try the drill once more, or another one.") : refused;
        } catch (RuntimeException failed) {
            undo(copy);
            throw failed;
        }
    }

    private UserError notSetUp(String why, String wayOut) {
        String sentence = why.matches("(?s).*[.!?]") ? why : why + ".";
        return UserError.trouble("The drill " + drill.id() + " could not be set up: " + sentence
                + " Your own work is as you left it. " + wayOut);
    }

    private void undo(@Nullable Workbench copy) {
        if (copy != null) {
            copy.close();
        }
        FolderTree.removeWhatGoes(folder());
    }

    /** Opens a copy that is there already. */
    public Workbench open(Workbench own, Consumer<String> say) {
        return Workbench.open(lab.inDrill(drill), folder(), new AwsChoice.Embedded(), own.caller(), say);
    }

    /**
     * Ends the drill: the journal of the learner's own folder keeps how, and the copy goes. What somebody is still writing
     * there may stay; it is no drill any more, and the next one clears it away.
     *
     * @throws IOException if it cannot even be said that the drill has ended
     */
    public void leave(boolean repaired) throws IOException {
        Files.deleteIfExists(PlumblineFolder.of(folder()).resolve(READY));
        Journal.of(workspace).add(new JournalEntry.DrillEnded(Instant.now(), drill.id(), repaired));
        FolderTree.removeWhatGoes(folder());
    }
}
