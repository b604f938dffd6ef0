package dev.plumbline.coaching;

import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.JournalEntry;
import java.util.Optional;

/** What the learner was seen to run, where a session saw it. */
final class Commands {
    private Commands() {}

    /** Whether Terraform was last run with those words, and it refused. */
    static boolean lastFailed(Situation situation, String words) {
        Optional<JournalEntry.Ran> last = Journal.of(situation.folder().root()).entries().stream()
                .filter(JournalEntry.Ran.class::isInstance)
                .map(JournalEntry.Ran.class::cast)
                .filter(ran -> ran.words().startsWith("terraform "))
                .reduce((older, newer) -> newer);
        return last.filter(ran -> ran.exit() != 0 && ran.words().startsWith(words))
                .isPresent();
    }
}
