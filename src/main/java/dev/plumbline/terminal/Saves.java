package dev.plumbline.terminal;

import dev.plumbline.text.Phrases;
import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.JournalEntry;
import dev.plumbline.workspace.Watcher;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which changes in the learner's folder and in AWS are worth a look, and what they are called. Saves of code go into the
 * journal.
 */
final class Saves {
    private final Path workspace;
    private final Phrases phrases;
    private final Journal journal;
    private final Clock clock;
    private final OwnCommands commands;
    private boolean missed;
    private boolean onItsWay;
    private Instant looked = Instant.EPOCH;

    Saves(Path workspace, Phrases phrases, Journal journal, Clock clock, OwnCommands commands) {
        this.workspace = workspace;
        this.phrases = phrases;
        this.journal = journal;
        this.clock = clock;
        this.commands = commands;
    }

    /**
     * The cause of a look, in words, or nothing if the change needs none of its own.
     *
     * @param running whether a command of the learner's is running
     */
    Optional<String> cause(Watcher.Change change, boolean running) {
        if (!Files.isDirectory(workspace)) {
            return Optional.of(phrases.say("activity.folder-gone"));
        }
        Set<String> code = new TreeSet<>(change.files());
        code.removeIf(file -> !WorkspaceSnapshot.isCode(file) && !WorkspaceSnapshot.isValues(file));
        if (code.isEmpty() && running) {
            missed = true; // Terraform is still writing; the end of the command starts the look
            return Optional.empty();
        }
        if (change.files().isEmpty()) {
            return Optional.of(phrases.say("activity.folder-back"));
        }
        if (code.isEmpty() && commands.wrote(change.files())) {
            return Optional.empty(); // seen late: the look that the command's end began sees it already
        }
        code.stream()
                .filter(file -> Files.isRegularFile(workspace.resolve(file)))
                .forEach(file -> journal.add(new JournalEntry.Saved(clock.instant(), file)));
        String file = (code.isEmpty() ? change.files() : code).iterator().next();
        return Optional.of(phrases.say("activity." + became(file, !code.isEmpty()), "file", file));
    }

    /** What has become of a file: removed, another thing in its place, or new content. */
    private String became(String file, boolean code) {
        Path path = workspace.resolve(file);
        if (!code) {
            return "changed";
        }
        if (!Files.exists(path)) {
            return "removed";
        }
        if (Files.isDirectory(path)) {
            return "folder";
        }
        return Files.isRegularFile(path) ? "saved" : "no-file";
    }

    /**
     * The same for a change in AWS. What the last look has seen already needs none of its own, nor does what a running
     * command brings about.
     */
    Optional<String> cause(Event.CloudChanged changed, boolean running) {
        missed |= running;
        boolean seen = running
                || (changed.settled() ? !onItsWay : !changed.change().at().isAfter(looked));
        onItsWay = !seen && !changed.settled();
        return seen
                ? Optional.empty()
                : Optional.of(phrases.say(
                        "activity.cloud", "operation", changed.change().operation()));
    }

    /** The same where the AWS that {@code --aws} names is gone, or is back. */
    Optional<String> cause(Event.AwsTurned turned, boolean running) {
        missed |= running;
        return running
                ? Optional.empty()
                : Optional.of(phrases.say(turned.answers() ? "activity.aws-back" : "activity.aws-gone"));
    }

    /** Whether something was passed over while a command ran. */
    boolean missed() {
        return missed;
    }

    /** A look begins: it sees everything there is. */
    void looked() {
        missed = false;
        looked = clock.instant();
    }
}
