package dev.plumbline.terminal;

import dev.plumbline.text.Line;
import dev.plumbline.text.Look;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Wrap;
import dev.plumbline.workbench.BugReport;
import dev.plumbline.workspace.CommandWords;
import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.JournalEntry;
import dev.plumbline.workspace.Watcher;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One learner at work on one lab. Events go into a queue; the thread that calls {@link #run} takes them out one by one,
 * and it alone changes state and draws.
 */
public final class Session implements SessionDesk.Acts {
    private final LabRun lab;
    private final Phrases phrases;
    private final Clock clock;
    private final EventQueue queue;
    private final Console console;
    private final Journal journal;
    private final Looks looks;
    private final OwnCommands own;
    private final Saves saves;
    private final Desk desk;
    private final Dispatch dispatch;
    private final LeaveQuestion leaveQuestion;
    private final Floor floor = new Floor();
    private final Turn turn = new Turn();
    private final Crashes crashes = new Crashes();
    private final Speech speech;

    private String first = "";
    private @Nullable Onward onward;

    /**
     * A session.
     *
     * @param commands the session's own commands
     * @param directory where the learner's commands run
     * @param opening opens the console; what happens on it goes to the consumer
     */
    Session(
            LabRun lab,
            Phrases phrases,
            CommandTable commands,
            WorkingDirectory directory,
            Function<Consumer<Event>, Console> opening,
            Clock clock) {
        this.lab = lab;
        this.phrases = phrases;
        this.clock = clock;
        this.queue = new EventQueue(clock);
        this.console = opening.apply(queue);
        this.speech = new Speech(console);
        this.journal = Journal.of(lab.workspace());
        this.looks = new Looks(lab, phrases, journal, clock, queue);
        this.own = new OwnCommands(
                lab, phrases, directory, journal, clock, console.look().colour(), queue);
        this.saves = new Saves(lab.workspace(), phrases, journal, clock, own);
        this.desk = new SessionDesk(lab, phrases, journal, console, speech, looks, floor, queue, this);
        this.dispatch = new Dispatch(commands, own, clock, desk, this);
        this.leaveQuestion = new LeaveQuestion(lab, phrases);
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
                Watcher watching =
                        Watcher.start(lab.workspace(), change -> queue.accept(new Event.FilesChanged(change)));
                CloudWatcher cloud = CloudWatcher.start(lab, queue);
                Looks looking = looks;
                OwnCommands child = own) {
            first = command;
            lab.notices().turnTo(words -> queue.accept(new Event.Noticed(words)));
            print(welcome.apply(look()));
            begin("", System.nanoTime());
            if (!first.isEmpty()) {
                whenLooked(this::onlyFirst);
            }
            draw();
            openPrompt();
            Reactions reactions = reactions();
            Onward to = onward;
            while (to == null) {
                react(reactions, queue.next(looks.clock()));
                to = onward;
            }
            closeMode();
            journal.add(new JournalEntry.Closed(clock.instant()));
            return to;
        } finally {
            lab.notices().turnBack();
        }
    }

    private Reactions reactions() {
        return new Reactions()
                .on(Event.Typed.class, event -> typed(event.line()))
                .on(Event.LineAbandoned.class, event -> lineAbandoned())
                .on(Event.Interrupted.class, event -> interrupted())
                .on(Event.EndOfInput.class, event -> endOfInput(event.forGood()))
                .on(Event.FilesChanged.class, event -> filesChanged(event.change()))
                .on(Event.CloudChanged.class, event -> look(saves.cause(event, turn.isCommands())))
                .on(Event.AwsTurned.class, event -> look(saves.cause(event, turn.isCommands())))
                .on(Event.LayerLanded.class, this::landed)
                .on(
                        Event.Judged.class,
                        event -> reported(event.run(), () -> looks.judged(event, turn.isForReport(), look())))
                .on(Event.JudgingFailed.class, event -> reported(event.run(), () -> looks.failed(event, look())))
                .on(Event.Noticed.class, event -> tell(Wrap.at(look().width(), event.line())))
                .on(Event.CommandEnded.class, this::commandEnded)
                .on(Event.ModeMoved.class, event -> tell(event.news()))
                .on(Event.ModeAnswered.class, event -> modeAnswered(event.answer()))
                .on(Event.ModeLeft.class, event -> modeLeft())
                .on(Event.Crashed.class, event -> crashed(event.bug()))
                .on(Event.Resized.class, event -> draw())
                .on(Event.Ticked.class, event -> draw())
                .on(Event.TerminalGone.class, event -> leave(new Onward.Out()))
                .complete();
    }

    private void react(Reactions reactions, Event event) {
        if (event instanceof Event.Typed) {
            crashes.forget();
        }
        try {
            reactions.to(event);
        } catch (RuntimeException | Error bug) {
            crashed(bug);
        }
    }

    /** A bug of ours ends what was being done and not the session: it is said, and the turn is the learner's. */
    private void crashed(Throwable bug) {
        crashes.count(bug);
        first = ""; // they came for what is broken: let them look around
        if (!own.isRunning()) {
            turn.toLearner();
            speech.goOn(true, List.of());
        }
        floor.dropQuestion();
        try {
            closeMode();
        } catch (RuntimeException another) {
            bug.addSuppressed(another);
        }
        speech.say(BugReport.of(bug));
        draw();
        openPrompt();
    }

    private void typed(String line) {
        console.promptClosed();
        if (!floor.answers(line) && !line.isBlank()) {
            Mode mode = floor.mode();
            if (mode == null) {
                leaveQuestion.drop();
                dispatch.line(line);
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
            queue.accept(new Event.ModeLeft()); // behind the last news of the mode
        }
    }

    private void lineAbandoned() {
        console.promptClosed();
        floor.dropQuestion();
        floor.hurry();
        openPrompt();
    }

    private void interrupted() {
        floor.hurry();
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
        console.promptClosed();
        floor.dropQuestion();
        if (forGood) {
            if (floor.mode() != null) {
                speech.say(phrases.say("session.input-ended"));
            }
            closeMode();
            whenLooked(this::sayGoodbye); // what was asked for last is still answered
            return;
        }
        if (floor.mode() != null) {
            closeMode();
            openPrompt();
        } else if (leaveQuestion.isAnswered(speech)) {
            sayGoodbye();
        } else {
            openPrompt();
        }
    }

    private void sayGoodbye() {
        LeavingCommands.quit(desk, List.of());
    }

    private void filesChanged(Watcher.Change change) {
        saves.cause(change, turn.isCommands()).ifPresent(cause -> look(cause, change.seenNanos()));
    }

    private void look(Optional<String> cause) {
        cause.ifPresent(why -> look(why, System.nanoTime()));
    }

    private void landed(Event.LayerLanded landed) {
        if (looks.isPresent(landed.run())) {
            List<Line> early = looks.landed(landed, look());
            tell(turn.isReports() ? List.of() : early);
        }
    }

    private void reported(long run, Supplier<List<Line>> lines) {
        if (looks.isPresent(run)) {
            List<Line> told = lines.get();
            print(first.isEmpty() ? told : List.of());
            reportDone();
        }
    }

    private void modeAnswered(List<Line> answer) {
        print(answer);
        if (floor.answered()) {
            openPrompt();
        }
    }

    private void modeLeft() {
        if (!first.isEmpty()) {
            leave(new Onward.Out()); // they came for this alone
        }
    }

    private void tell(List<Line> news) {
        print(news);
        draw();
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
            dispatch.line(first);
            if (!floor.isTaken() && turn.isLearners() && onward == null) {
                onward = new Onward.Out();
            }
        }
    }

    private void commandEnded(Event.CommandEnded ended) {
        turn.toLearner();
        speech.goOn(ended.byASignal(), own.ended(ended, look().width()));
        if (own.changedAnything()) {
            looks.outdate();
        }
        String cause = OwnCommands.cause(ended.line());
        if (saves.missed() || !CommandWords.terraformSubcommand(cause).isEmpty()) {
            begin(cause, System.nanoTime());
        }
        draw();
        openPrompt();
    }

    private void draw() {
        Mode mode = floor.mode();
        // Who came for one command is told of that, and not of where they stand.
        if (!turn.isCommands() && (first.isEmpty() || floor.isTaken())) {
            console.panel(mode == null ? looks.panel() : mode.view());
        }
    }

    private void openPrompt() {
        boolean leaving = !first.isEmpty() && !floor.isTaken() && turn.isLearners();
        boolean answerFirst = console.inWords() && floor.isAnswerAwaited();
        if (turn.isLearners() && onward == null && !leaving && !answerFirst) {
            console.prompt(floor.prompt(Label.of(lab) + own.shownDirectory() + " › "));
        }
    }

    private Look look() {
        return speech.look();
    }

    private void print(List<Line> lines) {
        speech.print(lines);
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
    public void perform(Runnable action, SessionCommand.Waits waits) {
        switch (waits) {
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
    }

    @Override
    public void leave(Onward to) {
        onward = to;
    }
}
