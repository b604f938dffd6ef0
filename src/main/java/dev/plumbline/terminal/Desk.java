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

/** What a command of the session has before it. */
interface Desk {
    /** The lab. */
    LabRun lab();

    /** The program's sentences. */
    Phrases phrases();

    /** What can be shown, at the present size. */
    Look look();

    /** Whether everything is said in words, for people who hear it. */
    boolean inWords();

    /** What the learner did so far, and where a command notes what it did. */
    Journal journal();

    /** The last report, complete or not; null before the first. */
    @Nullable
    Report report();

    /** Shows lines. */
    void print(List<Line> lines);

    /** Says something, broken into lines where they end here. */
    default void say(String words) {
        print(Wrap.at(look().width(), words));
    }

    /** Shows a long text, a screenful at a time. */
    void page(List<Line> lines);

    /** Asks; the next line the learner enters is the answer. */
    void ask(String question, Consumer<String> answer);

    /** Runs a command of the learner's in the foreground. */
    void foreground(String line);

    /** Judges anew; the prompt opens again when the report is there, and the whole report is shown. */
    void checkNow();

    /** Opens a mode: lines go to it until it ends. */
    void enter(Mode mode);

    /** Where a mode posts what happens to it. */
    Consumer<Event> events();

    /** Ends the session, to go on somewhere else. */
    void leave(Onward onward);
}
