package dev.plumbline.terminal;

import dev.plumbline.lab.LabText;
import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.JournalEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Whether the learner has yet to begin: their file is as the lab gave it, and no plan was looked at. What is wrong then is
 * what the exercise asks them to find, so that nothing is said of it unasked.
 */
record Beginning(LabRun lab, Journal journal) {
    boolean lasts() {
        boolean looked = journal.progress()
                .lastSubcommand()
                .filter(word -> !word.equals("init"))
                .isPresent();
        return lab.lab().rules().starter() && !looked && isAsGiven();
    }

    /** Whether the task was read, in this session or in an earlier one. */
    boolean isTaskRead() {
        return journal.entries().stream()
                .anyMatch(e -> e instanceof JournalEntry.Read r && r.topic().equals("task"));
    }

    private boolean isAsGiven() {
        String code = lab.lab().rules().codeFile();
        Path given = lab.lab().labDirectory().resolve("starter").resolve(code);
        try {
            byte[] starter =
                    LabText.of(lab.lab()).render(Files.readString(given)).getBytes(StandardCharsets.UTF_8);
            Path file = lab.workspace().resolve(code);
            return Files.isRegularFile(file) // opening a pipe would wait for whoever writes to it
                    && Files.size(file) == starter.length
                    && Arrays.equals(starter, Files.readAllBytes(file));
        } catch (IOException notThere) {
            return false;
        }
    }
}
