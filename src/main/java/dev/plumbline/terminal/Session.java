package dev.plumbline.terminal;

import dev.plumbline.text.Line;
import dev.plumbline.text.Look;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Tone;
import dev.plumbline.text.Wrap;
import dev.plumbline.workspace.CommandWords;
import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.JournalEntry;
import dev.plumbline.workspace.PracticeClock;
import dev.plumbline.workspace.Watcher;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One learner at work on one lab. Events go into a queue; the thread that calls {@link #run} takes them out one by one,
 * and it alone changes state and draws.
 */
public final class Session implements SessionDesk.Acts {
    private static final int ROOM_FOR_ANSWER = 6;
    private static final long MINUTE_MILLIS = 60_000;

    private final LabRun lab;
    private final Phrases phrases;
    private final CommandTable commands;
    private final Clock clock;
    private final BlockingQueue<Event> queue = new LinkedBlockingQueue<>();
    private final Console console;
    private final Journal journal;
    private final Looks looks;
    private final OwnCommands own;
    private final Saves saves;
    private final Desk desk;
    private final Floor floor = new Floor();
    private final Turn turn = new Turn();
    private final Speech speech;
    private final PastedCode pasted = new PastedCode();

    private String first = "";
    private boolean askedToLeave;
    private @Nullable Onward onward;

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
        this.speech = new Speech(console);
        this.journal = Journal.of(lab.workspace());
        this.looks = new Looks(lab, phrases, journal, clock, queue::add);
        this.own = new OwnCommands(
                lab, phrases, directory, journal, clock, console.look().colour(), queue::add);
        this.saves = new Saves(phrases, journal, clock, own);
        this.desk = new SessionDesk(lab, phrases, journal, console, looks, floor, this);
    }

    /**
     * Runs the session until the learner leaves; the terminal is as it was found afterwards.
     *
     * @param welcome what is shown first, as it looks there
     * @param command a line that is as good as typed once the first look is complete; the session ends with what it opens.
     *     Empty for a session like any other
     * @return where the learner wants to go from here
     */
    public Onward run(Function<Look, List<Line>> welcome, String command) throws InterruptedException {
        journal.add(new JournalEntry.Opened(clock.instant(), lab.lab().id()));
        try (Console screen = console;
                Watcher watching = Watcher.start(lab.workspace(), change -> queue.add(new Event.FilesChanged(change)));
                @Nullable
                        CloudWatcher cloud = lab.cloudChanges()
                                .map(changes -> CloudWatcher.start(changes, queue::add))
                                .orElse(null);
                Looks looking = looks;
                OwnCommands child = own) {
            first = command;
            lab.notices().turnTo(words -> queue.add(new Event.Noticed(words)));
            print(welcome.apply(look()));
            begin("", System.nanoTime());
            if (!first.isEmpty()) {
                whenLooked(this::onlyFirst);
            }
            draw();
            openPrompt();
            Onward to = onward;
            while (to == null) {
                handle(next());
                to = onward;
            }
            closeMode();
            journal.add(new JournalEntry.Closed(clock.instant()));
            return to;
        } finally {
            lab.notices().turnBack();
        }
    }

    /** What happens next; while a clock runs, a full minute on it is something too. */
    private Event next() throws InterruptedException {
        PracticeClock practice = looks.clock();
        if (!practice.running()) {
            return queue.take();
        }
        long millis = practice.at(clock.instant()).toMillis();
        Event event = queue.poll(MINUTE_MILLIS - millis % MINUTE_MILLIS, TimeUnit.MILLISECONDS);
        return event == null ? new Event.Ticked() : event;
    }

    private void handle(Event event) {
        if (event instanceof Event.Typed typed) {
            console.promptClosed();
            typed(typed.line());
        } else if (event instanceof Event.LineAbandoned) {
            console.promptClosed();
            floor.dropQuestion();
            floor.hurry();
            openPrompt();
        } else if (event instanceof Event.Interrupted) {
            floor.hurry();
            interrupted();
        } else if (event instanceof Event.EndOfInput ended) {
            console.promptClosed();
            endOfInput(ended.forGood());
        } else if (event instanceof Event.FilesChanged changed) {
            filesChanged(changed.change());
        } else if (event instanceof Event.CloudChanged changed) {
            saves.cause(changed, turn.isCommands()).ifPresent(cause -> look(cause, System.nanoTime()));
        } else if (event instanceof Event.LayerLanded landed && looks.isPresent(landed.run())) {
            List<Line> early = looks.landed(landed, look());
            print(turn.isReports() ? List.of() : early);
            draw();
        } else if (event instanceof Event.Judged judged && looks.isPresent(judged.run())) {
            print(looks.judged(judged, turn.isForReport(), look()));
            reportDone();
        } else if (event instanceof Event.JudgingFailed failed && looks.isPresent(failed.run())) {
            print(looks.failed(failed, look()));
            reportDone();
        } else if (event instanceof Event.Noticed noticed) {
            print(Wrap.at(look().width(), Line.of(noticed.inShort(), Tone.MUTED)));
            draw();
        } else if (event instanceof Event.CommandEnded command) {
            commandEnded(command);
        } else if (event instanceof Event.ModeMoved moved) {
            print(moved.news());
            draw();
        } else if (event instanceof Event.ModeAnswered answered) {
            print(answered.answer());
            if (floor.answered()) {
                openPrompt();
            }
        } else if (event instanceof Event.ModeLeft && !first.isEmpty()) {
            leave(new Onward.Out()); // they came for this alone
        } else if (event instanceof Event.Resized || event instanceof Event.Ticked) {
            draw();
        } else if (event instanceof Event.TerminalGone) {
            leave(new Onward.Out());
        }
    }

    private void typed(String line) {
        if (!floor.answers(line) && !line.isBlank()) {
            Mode mode = floor.mode();
            if (mode == null) {
                askedToLeave = false;
                dispatch(line);
            } else if (!floor.modeTakes(mode, line)) {
                closeMode();
            }
        }
        openPrompt();
    }

    private void closeMode() {
        Mode left = floor.leaveMode();
        if (left != null) {
            draw();
            speech.say(left.farewell());
            queue.add(new Event.ModeLeft()); // behind the last news of the mode
        }
    }

    private void dispatch(String typed) {
        if (pasted.goesOn(typed, clock.instant())) {
            return;
        }
        String line = typed.strip();
        Optional<CommandTable.Call> call = commands.find(line, lab.lab().id());
        if (call.isPresent()) {
            SessionCommand command = call.get().command();
            Runnable action = () -> command.action().run(desk, call.get().words());
            switch (command.waits()) {
                case FOR_A_NEW_LOOK -> {
                    look("", System.nanoTime());
                    turn.toReport(action);
                }
                case FOR_A_LOOK -> whenLooked(action);
                case NOT -> {
                    action.run();
                    draw();
                }
            }
        } else if (WorkingDirectory.isChange(line)) {
            own.change(line).ifPresent(wrong -> speech.say(phrases.say("command.no-directory", "directory", wrong)));
        } else if (pasted.begins(line, clock.instant())) {
            speech.say(phrases.say("session.pasted", "file", lab.lab().rules().codeFile()));
        } else {
            foreground(line.startsWith("!") ? line.substring(1) : line);
        }
    }

    private void interrupted() {
        if (turn.isCommands()) {
            speech.interject(own.interrupted(look().width()));
        } else if (turn.isReports() && !turn.isForReport() && first.isEmpty()) {
            turn.toLearner(); // what waits is given up; the look goes on
            openPrompt();
        } else if (turn.isReports()) {
            looks.stop();
            speech.say(phrases.say("session.check-stopped"));
            reportDone();
        } else {
            openPrompt();
        }
    }

    private void endOfInput(boolean forGood) {
        floor.dropQuestion();
        if (forGood) {
            closeMode();
            whenLooked(this::sayGoodbye); // what was asked for last is still answered
            return;
        }
        if (floor.mode() != null) {
            closeMode();
            openPrompt();
            return;
        }
        if (askedToLeave) {
            sayGoodbye();
            return;
        }
        askedToLeave = true;
        speech.say(phrases.say("session.leave-question"));
        openPrompt();
    }

    private void sayGoodbye() {
        LeavingCommands.quit(desk, List.of());
    }

    private void filesChanged(Watcher.Change change) {
        saves.cause(change, turn.isCommands()).ifPresent(cause -> look(cause, change.seenNanos()));
    }

    private void look(String cause, long since) {
        begin(cause, since);
        draw();
    }

    private void begin(String cause, long since) {
        saves.looked();
        looks.begin(cause, since);
    }

    /** The prompt opens where it waited for this; what had to wait too has its turn now. */
    private void reportDone() {
        draw();
        if (turn.isReports()) {
            Runnable then = turn.reported();
            if (then != null) {
                then.run();
                draw();
            }
            openPrompt();
        }
    }

    /** Does something that speaks of the learner's work as soon as there has been a look at it. */
    private void whenLooked(Runnable action) {
        if (looks.settled()) {
            action.run();
        } else {
            turn.toReport(action);
        }
    }

    /** The command that the session was opened for; the session ends with what it opens. */
    private void onlyFirst() {
        if (!floor.isTaken()) {
            dispatch(first);
            if (!floor.isTaken() && turn.isLearners() && onward == null) {
                onward = new Onward.Out();
            }
        }
    }

    private void commandEnded(Event.CommandEnded ended) {
        turn.toLearner();
        speech.goOn(own.ended(ended, look().width()));
        String cause = OwnCommands.cause(ended.line());
        if (saves.missed() || !CommandWords.terraformSubcommand(cause).isEmpty()) {
            begin(cause, System.nanoTime());
        }
        draw();
        openPrompt();
    }

    private void draw() {
        if (!turn.isCommands()) {
            Mode mode = floor.mode();
            console.panel(mode == null ? looks.panel() : mode.view());
        }
    }

    private void openPrompt() {
        boolean leaving = !first.isEmpty() && !floor.isTaken() && turn.isLearners();
        boolean answerFirst = console.inWords() && floor.isAnswerAwaited();
        if (turn.isLearners() && onward == null && !leaving && !answerFirst) {
            console.prompt(floor.prompt(ownPrompt()));
        }
    }

    private String ownPrompt() {
        return Label.of(lab) + own.shownDirectory() + " › ";
    }

    private Look look() {
        return speech.look();
    }

    @Override
    public void print(List<Line> lines) {
        speech.print(lines);
    }

    @Override
    public void ask(String words, Consumer<String> answered) {
        List<Line> lines = Wrap.at(look().width() - ROOM_FOR_ANSWER, words);
        print(lines.subList(
                0, lines.size() - 1)); // a prompt that is longer than a line would break in the middle of a word
        floor.ask(lines.get(lines.size() - 1).text(), answered);
    }

    @Override
    public void foreground(String line) {
        print(own.announce(line, looks.report(), look().width()));
        turn.toCommand();
        speech.pause();
        own.start(line);
    }

    @Override
    public void checkNow() {
        turn.toReport(null);
        begin("", System.nanoTime());
    }

    @Override
    public void post(Event event) {
        queue.add(event);
    }

    @Override
    public void leave(Onward to) {
        onward = to;
    }
}
