package dev.plumbline.terminal;

import dev.plumbline.text.Phrases;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** What a line means that is for the session itself: a command of its own, cd, code pasted by mistake, or else a command of the learner's. */
final class Dispatch {
    /** Commands that do without the learner's folder; a check says itself that it is gone. */
    private static final Set<String> ANYWHERE = Set.of("task", "check", "read", "help", "quit");

    private final CommandTable commands;
    private final OwnCommands own;
    private final Clock clock;
    private final Desk desk;
    private final SessionDesk.Acts acts;
    private final PastedCode pasted = new PastedCode();

    Dispatch(CommandTable commands, OwnCommands own, Clock clock, Desk desk, SessionDesk.Acts acts) {
        this.commands = commands;
        this.own = own;
        this.clock = clock;
        this.desk = desk;
        this.acts = acts;
    }

    /** Does what it says. */
    void line(String typed) {
        if (pasted.goesOn(typed, clock.instant())) {
            return;
        }
        Phrases phrases = desk.phrases();
        String line = typed.strip();
        Optional<CommandTable.Call> call = commands.find(line, desk.lab().lab().id());
        if (needsFolder(call, line) && isFolderGone(call.isPresent())) {
            desk.say(phrases.say(
                    "session.folder-gone", "folder", FolderName.of(desk.lab().workspace())));
        } else if (call.isPresent()) {
            SessionCommand command = call.get().command();
            acts.perform(() -> command.action().run(desk, call.get().words()), command.waits());
        } else if (LateAnswer.is(line)) {
            desk.say(phrases.say("command.late-answer", "answer", line));
        } else if (WorkingDirectory.isChange(line)) {
            own.change(line).ifPresent(wrong -> desk.say(phrases.say("command.no-directory", "directory", wrong)));
        } else if (pasted.begins(line, clock.instant())) {
            desk.say(phrases.say(
                    "session.pasted", "file", desk.lab().lab().rules().codeFile()));
        } else {
            acts.foreground(line.startsWith("!") ? line.substring(1) : line);
        }
    }

    private static boolean needsFolder(Optional<CommandTable.Call> call, String line) {
        return call.map(found -> !ANYWHERE.contains(found.command().name()))
                .orElse(!WorkingDirectory.isChange(line) && !LateAnswer.is(line));
    }

    /** The learner's folder for a command of ours, or else the one where theirs run. */
    private boolean isFolderGone(boolean ours) {
        return !Files.isDirectory(ours ? desk.lab().workspace() : own.directory());
    }
}
