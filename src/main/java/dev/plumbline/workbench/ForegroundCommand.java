package dev.plumbline.workbench;

import dev.plumbline.workspace.CommandWords;
import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
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
            throw UserError.usage(reason(words.get(0), String.valueOf(cannotStart.getMessage())));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }

    /** Java says it in its own words, with the system's number at their end. */
    private String reason(String program, String told) {
        if (!Files.isDirectory(bench.folder())) {
            return "There is no folder " + bench.folder() + " to run " + program + " in.";
        }
        if (told.contains("error=2,")) {
            return "There is no program " + program + ".";
        }
        return told.contains("error=13,")
                ? program + " is not a program that may be run."
                : program + " cannot be started.";
    }
}
