package dev.plumbline.terminal;

import dev.plumbline.grading.Report;
import dev.plumbline.text.Line;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Tone;
import dev.plumbline.text.Wrap;
import dev.plumbline.workbench.CloudChanges;
import dev.plumbline.workspace.CommandLine;
import dev.plumbline.workspace.CommandWords;
import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.JournalEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The learner's own commands: run in the foreground where they are, kept in the journal, and explained in a sentence. */
final class OwnCommands implements AutoCloseable {
    private final Phrases phrases;
    private final Path workspace;
    private final WorkingDirectory directory;
    private final Journal journal;
    private final Clock clock;
    private final Foreground foreground;
    private final AfterCommand explanations;
    private final Optional<CloudChanges> changes;
    private StateGlance before;
    private CommandEnd last;
    private boolean changed;
    private Insistence insistence = new Insistence();

    OwnCommands(
            LabRun lab,
            Phrases phrases,
            WorkingDirectory directory,
            Journal journal,
            Clock clock,
            boolean colour,
            Consumer<Event> events) {
        this.phrases = phrases;
        this.workspace = lab.workspace();
        this.directory = directory;
        this.journal = journal;
        this.clock = clock;
        this.foreground = new Foreground(colour ? lab.environment() : colourless(lab.environment()), events);
        this.explanations = new AfterCommand(phrases, lab.lab().subject().resource());
        this.changes = lab.cloudChanges();
        this.before = StateGlance.at(workspace);
        this.last = new CommandEnd(workspace, Instant.EPOCH);
    }

    /** Terraform heeds no NO_COLOR; its subcommands all take this option, and these variables are where they find it. */
    private static Map<String, String> colourless(Map<String, String> environment) {
        Map<String, String> words = new TreeMap<>(environment);
        words.merge("TF_CLI_ARGS", "-no-color", (own, ours) -> own + " " + ours);
        return words;
    }

    /** Where they run, for the prompt. */
    String shownDirectory() {
        return directory.shown();
    }

    /** The same as a path. */
    Path directory() {
        return directory.current();
    }

    /** Goes elsewhere; answers what is wrong with that. */
    Optional<String> change(String line) {
        return directory.change(line);
    }

    /** What to know before one runs; the folder is remembered as it is now. */
    List<Line> announce(String line, @Nullable Report shown, int width) {
        before = StateGlance.at(workspace);
        return explanations.before(line, shown == null ? null : shown.stage(), before, width);
    }

    /** Starts one; the terminal is its own until its end comes as an event. */
    void start(String line) {
        insistence = new Insistence();
        changes.ifPresent(CloudChanges::news); // what was before is not its doing
        foreground.start(launched(line), directory.current());
    }

    /** The launcher is shown by the way to it from where the program was started; here it is on the PATH. */
    private String launched(String line) {
        boolean none =
                line.startsWith("./lab ") && !Files.exists(directory.current().resolve("lab"));
        return none ? line.substring("./".length()) : line;
    }

    /** Whether one runs. */
    boolean isRunning() {
        return foreground.isRunning();
    }

    /** Ctrl-C, which the one that runs has heard too; what there is to say of it. */
    List<Line> interrupted(int width) {
        return switch (insistence.press(clock.instant())) {
            case NONE -> List.of();
            case TELL -> onItsOwnLine(phrases.say("command.deaf", "count", insistence.missing()), width);
            case END -> {
                foreground.kill();
                yield onItsOwnLine(phrases.say("command.killed"), width);
            }
        };
    }

    /** The terminal has written ^C and no line end. */
    private static List<Line> onItsOwnLine(String words, int width) {
        List<Line> lines = new ArrayList<>(List.of(Line.EMPTY));
        lines.addAll(Wrap.at(width, Line.of(words, Tone.MUTED)));
        return lines;
    }

    /** What the end of one means. */
    List<Line> ended(Event.CommandEnded ended, int width) {
        last = new CommandEnd(workspace, clock.instant());
        for (CommandLine.Ended command : CommandLine.ended(ended.line(), ended.exit())) {
            journal.add(new JournalEntry.Ran(clock.instant(), CommandWords.of(command.command()), command.exit()));
        }
        StateGlance now = StateGlance.at(workspace);
        AfterApply apply = new AfterApply(before, now, changes.map(CloudChanges::askedByTerraform), phrases);
        changed = apply.changedAnything();
        List<Line> lines = explanations.after(ended.line(), ended.exit(), ended.took(), apply, width);
        return ended.exit() == 0 ? lines : withRoom(ended.line(), lines, width);
    }

    /** A full disk is the cause before any other. */
    private List<Line> withRoom(String line, List<Line> lines, int width) {
        if (CommandWords.terraformSubcommand(cause(line)).isEmpty()) {
            return lines;
        }
        List<Line> all = new ArrayList<>(lines);
        DiskRoom.trouble(workspace, phrases).ifPresent(words -> all.addAll(Wrap.at(width, Line.of(words, Tone.BAD))));
        return all;
    }

    /** Whether the last one is known to have changed the state or AWS, so that what was said of them is out of date. */
    boolean changedAnything() {
        return changed;
    }

    /** The command of a line after which there is something new to look at, in short: the last of Terraform's, or else the first. */
    static String cause(String line) {
        List<String> commands = CommandLine.commands(line);
        String cause = commands.isEmpty() ? line : commands.get(0);
        for (String command : commands) {
            cause = CommandWords.terraformSubcommand(command).isEmpty() ? cause : command;
        }
        return CommandWords.inShort(cause);
    }

    /** Whether the last command wrote these files, and nobody has since. */
    boolean wrote(Set<String> files) {
        return last.wrote(files);
    }

    @Override
    public void close() {
        foreground.close();
    }
}
