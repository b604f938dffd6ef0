package dev.plumbline.terminal;

import dev.plumbline.grading.Report;
import dev.plumbline.text.Line;
import dev.plumbline.text.Look;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Wrap;
import dev.plumbline.workspace.Journal;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What commands have before them in a running session: its parts as they are, and its own acts for everything that waits. */
final class SessionDesk implements Desk {
    private static final int ROOM_FOR_ANSWER = 6;

    private final LabRun lab;
    private final Phrases phrases;
    private final Journal journal;
    private final Console console;
    private final Speech speech;
    private final Looks looks;
    private final Floor floor;
    private final Consumer<Event> events;
    private final Acts acts;

    /** What only the session itself can do, since it has to be known who waits for whom. */
    interface Acts {
        void foreground(String line);

        void checkNow();

        void perform(Runnable action, SessionCommand.Waits waits);

        void leave(Onward to);
    }

    SessionDesk(
            LabRun lab,
            Phrases phrases,
            Journal journal,
            Console console,
            Speech speech,
            Looks looks,
            Floor floor,
            Consumer<Event> events,
            Acts acts) {
        this.lab = lab;
        this.phrases = phrases;
        this.journal = journal;
        this.console = console;
        this.speech = speech;
        this.looks = looks;
        this.floor = floor;
        this.events = events;
        this.acts = acts;
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
    public boolean inWords() {
        return console.inWords();
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public @Nullable Report report() {
        return looks.report();
    }

    @Override
    public void print(List<Line> lines) {
        speech.print(lines);
    }

    @Override
    public void page(List<Line> lines) {
        console.page(lines);
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
        acts.foreground(line);
    }

    @Override
    public void checkNow() {
        acts.checkNow();
    }

    @Override
    public void enter(Mode mode) {
        floor.enter(mode);
    }

    @Override
    public Consumer<Event> events() {
        return events;
    }

    @Override
    public void leave(Onward to) {
        acts.leave(to);
    }
}
