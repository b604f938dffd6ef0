package dev.plumbline.coaching;

import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.JournalEntry;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the learner was seen to run, where a session saw it. */
final class Commands {
    private Commands() {}

    /** Whether the code as it is now was applied whole, and Terraform said that all went well. */
    static boolean isApplied(Situation situation) {
        WorkspaceSnapshot folder = situation.folder();
        Instant saved = folder.entries().stream()
                .map(WorkspaceSnapshot.Entry::name)
                .filter(name -> WorkspaceSnapshot.isCode(name) || WorkspaceSnapshot.isValues(name))
                .map(name -> modified(folder.root().resolve(name)))
                .max(Instant::compareTo)
                .orElse(Instant.MAX);
        return last(situation, "terraform apply")
                .filter(ran -> List.of("terraform apply", "terraform apply -auto-approve")
                                .contains(ran.words())
                        && ran.exit() == 0
                        && ran.at().isAfter(saved))
                .isPresent();
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException gone) {
            return Instant.MAX;
        }
    }

    /** Whether Terraform was last run with those words, and it refused. */
    static boolean lastFailed(Situation situation, String words) {
        return last(situation, "terraform ")
                .filter(ran -> ran.exit() != 0 && ran.words().startsWith(words))
                .isPresent();
    }

    /** The last command that begins with those words. */
    private static Optional<JournalEntry.Ran> last(Situation situation, String words) {
        return Journal.of(situation.folder().root()).entries().stream()
                .filter(JournalEntry.Ran.class::isInstance)
                .map(JournalEntry.Ran.class::cast)
                .filter(ran -> ran.words().startsWith(words))
                .reduce((older, newer) -> newer);
    }
}
