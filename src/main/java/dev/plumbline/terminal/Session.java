package dev.plumbline.terminal;

import dev.plumbline.grading.Report;
import dev.plumbline.grading.Stage;
import dev.plumbline.report.SourceFiles;
import dev.plumbline.report.TextReport;
import dev.plumbline.text.Line;
import dev.plumbline.text.Look;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Tone;
import dev.plumbline.text.Wrap;
import dev.plumbline.workspace.CommandWords;
import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.JournalEntry;
import dev.plumbline.workspace.Watcher;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One learner at work on one lab. Events go into a queue; the thread that calls {@link #run} takes them out one by one,
 * and it alone changes state and draws.
 */
public final class Session implements Desk {
    private static final int LONGEST_NOTICE = 240;

    private final LabRun lab;
    private final Phrases phrases;
    private final CommandTable commands;
    private final Clock clock;
    private final BlockingQueue<Event> queue = new LinkedBlockingQueue<>();
    private final Console console;
    private final Journal journal;
    private final Runs runs;
    private final Foreground foreground;
    private final WorkingDirectory directory;
    private final Narrator narrator;
    private final AfterCommand afterCommand;
    private final Standing standing;
    private final List<List<Line>> held = new ArrayList<>();

    private long run;
    private String first = "";
    private Waiting waiting = Waiting.FOR_LINE;
    private @Nullable Consumer<String> answer;
    private String question = "";
    private StateGlance before;
    private CommandEnd lastCommand;
    private boolean missedChange;
    private boolean askedToLeave;
    private @Nullable Mode mode;
    private @Nullable Onward onward;

    /** What has to happen before the learner may type. */
    private enum Waiting {
        /** Nothing: the prompt is open. */
        FOR_LINE,
        /** A command of theirs is running. */
        FOR_COMMAND,
        /** They asked for a report. */
        FOR_REPORT
    }

    /** Opens the place where a session is shown. */
    @FunctionalInterface
    public interface Opening {
        /** The console; what happens on it goes to the consumer. */
        Console open(Consumer<Event> events);
    }

    /**
     * A session.
     *
     * @param commands the session's own commands
     * @param directory where the learner's commands run
     * @param opening opens the console
     */
    Session(
            LabRun lab,
            Phrases phrases,
            CommandTable commands,
            WorkingDirectory directory,
            Opening opening,
            Clock clock) {
        this.lab = lab;
        this.phrases = phrases;
        this.commands = commands;
        this.clock = clock;
        this.console = opening.open(queue::add);
        this.journal = Journal.of(lab.workspace());
        this.runs = new Runs(lab, queue::add);
        this.foreground = new Foreground(lab.environment(), queue::add);
        this.directory = directory;
        this.narrator = new Narrator(phrases, lab.exercise(), journal.progress().passed() != null);
        this.afterCommand = new AfterCommand(phrases);
        this.standing = new Standing(journal, clock);
        this.before = StateGlance.at(lab.workspace());
        this.lastCommand = new CommandEnd(lab.workspace(), Instant.EPOCH);
    }

    /**
     * Runs the session until the learner leaves; the terminal is as it was found afterwards.
     *
     * @param welcome what is shown first
     * @param command a line that is as good as typed once the first look is complete; the session ends with what it opens.
     *     Empty for a session like any other
     * @return where the learner wants to go from here
     */
    public Onward run(List<Line> welcome, String command) throws InterruptedException {
        note(new JournalEntry.Opened(clock.instant(), lab.lab().id()));
        try (Console screen = console;
                Watcher watching = Watcher.start(lab.workspace(), change -> queue.add(new Event.FilesChanged(change)));
                Runs judging = runs;
                Foreground child = foreground) {
            first = command;
            lab.notices().turnTo(words -> queue.add(new Event.Noticed(words)));
            print(welcome);
            begin("");
            waiting = first.isEmpty() ? Waiting.FOR_LINE : Waiting.FOR_REPORT;
            draw();
            openPrompt();
            Onward to = onward;
            while (to == null) {
                handle(queue.take());
                to = onward;
            }
            closeMode();
            return to;
        } finally {
            lab.notices().turnBack();
        }
    }

    private void handle(Event event) {
        if (event instanceof Event.Typed typed) {
            console.promptClosed();
            typed(typed.line());
        } else if (event instanceof Event.LineAbandoned) {
            console.promptClosed();
            answer = null;
            openPrompt();
        } else if (event instanceof Event.Interrupted) {
            interrupted();
        } else if (event instanceof Event.EndOfInput) {
            console.promptClosed();
            endOfInput();
        } else if (event instanceof Event.FilesChanged changed) {
            filesChanged(changed.change());
        } else if (event instanceof Event.LayerLanded landed && landed.run() == run) {
            Report soFar = standing.landed(landed.layer(), landed.report(), landed.millis());
            print(waiting == Waiting.FOR_REPORT ? List.of() : narrator.early(soFar, writer()));
            draw();
        } else if (event instanceof Event.Judged judged && judged.run() == run) {
            judged(judged);
        } else if (event instanceof Event.JudgingFailed failed && failed.run() == run) {
            standing.ends();
            print(Wrap.at(
                    look().width(), Line.of(phrases.say("session.no-report", "why", failed.why()), Tone.WAITING)));
            reportDone();
        } else if (event instanceof Event.Noticed noticed) {
            print(Wrap.at(look().width(), Line.of(shortened(noticed.words()), Tone.MUTED)));
        } else if (event instanceof Event.CommandEnded ended) {
            commandEnded(ended);
        } else if (event instanceof Event.ModeMoved moved) {
            print(moved.news());
            draw();
        } else if (event instanceof Event.ModeLeft && !first.isEmpty()) {
            leave(new Onward.Out()); // they came for this alone
        } else if (event instanceof Event.Resized) {
            draw();
        } else if (event instanceof Event.TerminalGone) {
            leave(new Onward.Out());
        }
    }

    /** A tool's whole complaint may be behind a notice; its beginning will do. */
    private static String shortened(String words) {
        return words.length() <= LONGEST_NOTICE ? words : words.substring(0, LONGEST_NOTICE) + "…";
    }

    private void typed(String line) {
        Consumer<String> waitingFor = answer;
        if (waitingFor != null) {
            answer = null;
            waitingFor.accept(line.strip());
        } else if (mode != null) {
            if (!line.isBlank() && !mode.line(line)) {
                closeMode();
            }
        } else if (!line.isBlank()) {
            askedToLeave = false;
            dispatch(line.strip());
        }
        openPrompt();
    }

    private void closeMode() {
        Mode open = mode;
        mode = null;
        if (open != null) {
            open.close();
            draw();
            queue.add(new Event.ModeLeft()); // behind the last news of the mode
        }
    }

    private void dispatch(String line) {
        Optional<CommandTable.Call> own = commands.find(line, lab.lab().id());
        if (own.isPresent()) {
            own.get().command().action().run(this, own.get().words());
        } else if (WorkingDirectory.isChange(line)) {
            directory.change(line).ifPresent(wrong -> say(phrases.say("command.no-directory", "directory", wrong)));
        } else if (PastedCode.looksLike(line)) {
            say(phrases.say("session.pasted", "file", lab.lab().rules().codeFile()));
        } else {
            foreground(line.startsWith("!") ? line.substring(1) : line);
        }
    }

    private void interrupted() {
        if (waiting == Waiting.FOR_REPORT) {
            runs.cancel();
            run = -1;
            standing.ends();
            say(phrases.say("session.check-stopped"));
            reportDone();
        } else if (waiting == Waiting.FOR_LINE) {
            openPrompt();
        }
    }

    private void endOfInput() {
        if (mode != null) {
            closeMode();
            openPrompt();
            return;
        }
        if (askedToLeave) {
            leave(new Onward.Out());
            return;
        }
        answer = null;
        askedToLeave = true;
        say(phrases.say("session.leave-question"));
        openPrompt();
    }

    private void filesChanged(Watcher.Change change) {
        Set<String> code = new TreeSet<>(change.files());
        code.removeIf(file -> !isCode(file));
        if (waiting == Waiting.FOR_COMMAND && code.isEmpty()) {
            missedChange = true; // Terraform is still writing; the end of the command starts the run
            return;
        }
        if (code.isEmpty() && lastCommand.wrote(change.files())) {
            return; // seen late: the run that the command's end began looks at it already
        }
        code.forEach(file -> note(new JournalEntry.Saved(clock.instant(), file)));
        String file = (code.isEmpty() ? change.files() : code).iterator().next();
        begin(phrases.say(code.isEmpty() ? "activity.changed" : "activity.saved", "file", file), change.seenNanos());
        draw();
    }

    private static boolean isCode(String file) {
        return WorkspaceSnapshot.isCode(file) || WorkspaceSnapshot.isValues(file);
    }

    private void begin(String cause) {
        begin(cause, System.nanoTime());
    }

    private void begin(String cause, long since) {
        missedChange = false;
        standing.begins(cause);
        run = runs.start(since);
    }

    private void judged(Event.Judged judged) {
        Report before = standing.judged(judged.report(), judged.millis());
        boolean asked = waiting == Waiting.FOR_REPORT && first.isEmpty();
        print(
                asked
                        ? writer().lines(judged.report())
                        : narrator.news(before, judged.report(), writer(), look().width()));
        narrator.said(judged.report());
        reportDone();
    }

    /** The prompt opens where it waited for this; a command that the session was opened for has its turn now. */
    private void reportDone() {
        draw();
        if (waiting == Waiting.FOR_REPORT) {
            waiting = Waiting.FOR_LINE;
            String command = first;
            if (!command.isEmpty() && mode == null && answer == null) {
                dispatch(command);
                draw();
                if (mode == null && answer == null && waiting == Waiting.FOR_LINE && onward == null) {
                    onward = new Onward.Out();
                }
            }
            openPrompt();
        }
    }

    private void commandEnded(Event.CommandEnded ended) {
        console.takeBack();
        waiting = Waiting.FOR_LINE;
        lastCommand = new CommandEnd(lab.workspace(), clock.instant());
        note(new JournalEntry.Ran(clock.instant(), CommandWords.of(ended.line()), ended.exit()));
        StateGlance now = StateGlance.at(lab.workspace());
        print(afterCommand.after(ended.line(), ended.exit(), ended.took(), before, now, look().width()));
        held.forEach(console::print);
        held.clear();
        if (missedChange || !CommandWords.terraformSubcommand(ended.line()).isEmpty()) {
            begin(CommandWords.inShort(ended.line()));
        }
        draw();
        openPrompt();
    }

    private void draw() {
        if (waiting != Waiting.FOR_COMMAND) {
            console.panel(mode == null ? standing.panel(lab, phrases) : mode.view());
        }
    }

    private TextReport writer() {
        return new TextReport(phrases, SourceFiles.in(lab.workspace()), look().width());
    }

    private void openPrompt() {
        boolean leaving = !first.isEmpty() && mode == null && answer == null && waiting == Waiting.FOR_LINE;
        if (waiting == Waiting.FOR_LINE && onward == null && !leaving) {
            console.prompt(answer != null ? question + " " : mode != null ? mode.prompt() : ownPrompt());
        }
    }

    private String ownPrompt() {
        return Label.of(lab) + directory.shown() + " › ";
    }

    private void say(String sentence) {
        print(Wrap.at(look().width(), sentence));
    }

    @Override
    public LabRun lab() {
        return lab;
    }

    @Override
    public Phrases phrases() {
        return phrases;
    }

    @Override
    public Look look() {
        return console.look();
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public void note(JournalEntry entry) {
        journal.add(entry);
    }

    @Override
    public @Nullable Report report() {
        return standing.report();
    }

    @Override
    public Path directory() {
        return directory.current();
    }

    @Override
    public void print(List<Line> lines) {
        if (waiting == Waiting.FOR_COMMAND) {
            held.add(lines);
        } else {
            console.print(lines);
        }
    }

    @Override
    public void page(List<Line> lines) {
        console.page(lines);
    }

    @Override
    public void ask(String words, Consumer<String> answered) {
        question = words;
        answer = answered;
    }

    @Override
    public void foreground(String line) {
        before = StateGlance.at(lab.workspace());
        Report shown = report();
        Stage stage = shown == null ? null : shown.stage();
        console.print(afterCommand.before(line, stage, look().width()));
        waiting = Waiting.FOR_COMMAND;
        console.lend();
        foreground.start(line, directory.current());
    }

    @Override
    public void checkNow() {
        waiting = Waiting.FOR_REPORT;
        begin("");
    }

    @Override
    public void enter(Mode opened) {
        mode = opened;
    }

    @Override
    public Consumer<Event> events() {
        return queue::add;
    }

    @Override
    public void leave(Onward to) {
        onward = to;
    }
}
