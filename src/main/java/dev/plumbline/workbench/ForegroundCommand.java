package dev.plumbline.workbench;

import dev.plumbline.workspace.CommandWords;
import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.JournalEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Runs a command of the learner's in their folder with full control of the terminal, and notes that it ran. */
public final class ForegroundCommand {
    private final Workbench bench;

    /** In that workbench's folder and environment. */
    public ForegroundCommand(Workbench bench) {
        this.bench = bench;
    }

    /**
     * Runs it to its end.
     *
     * @return its exit code
     * @throws UserError if it cannot be started
     */
    public int run(List<String> words) {
        return run(words, bench.learnerEnvironment());
    }

    private int run(List<String> words, Map<String, String> environment) {
        Path folder = bench.folder();
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(folder.toFile()).inheritIO();
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            int code = builder.start().waitFor();
            Journal.of(folder).add(new JournalEntry.Ran(Instant.now(), CommandWords.of(String.join(" ", words)), code));
            return code;
        } catch (IOException cannotStart) {
            throw UserError.usage(words.get(0) + " cannot be started: " + cannotStart.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }
}
