package dev.plumbline.terminal;

import dev.plumbline.grading.Report;
import dev.plumbline.report.SourceFiles;
import dev.plumbline.report.TextReport;
import dev.plumbline.text.Line;
import dev.plumbline.text.Look;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Tone;
import dev.plumbline.text.Wrap;
import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.PracticeClock;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The session's looks at the learner's work, one after the other: begun by a save, a command or a question, judged in the
 * background, told as their layers come in. What comes in from a look that a newer one has replaced is passed over.
 */
final class Looks implements AutoCloseable {
    private static final long NONE = -1;

    private final LabRun lab;
    private final Phrases phrases;
    private final Runs runs;
    private final Narrator narrator;
    private final Standing standing;
    private final Beginning beginning;
    private long run = NONE;

    Looks(LabRun lab, Phrases phrases, Journal journal, Clock clock, Consumer<Event> events) {
        this.lab = lab;
        this.phrases = phrases;
        this.runs = new Runs(lab, events);
        this.narrator = new Narrator(phrases, lab, journal);
        this.standing = new Standing(journal, clock);
        this.beginning = new Beginning(lab, journal);
    }

    /**
     * Begins one.
     *
     * @param cause why, for the panel; empty if nobody asked
     * @param since when the cause was noticed, by {@link System#nanoTime()}
     */
    void begin(String cause, long since) {
        standing.begins(cause);
        run = runs.start(since);
    }

    /** What the last one saw is out of date; the next one takes nothing over from it. */
    void outdate() {
        standing.outdates();
    }

    /** Calls the present one off. */
    void stop() {
        runs.cancel();
        run = NONE;
        standing.ends();
    }

    /** Whether what comes in belongs to the present look. */
    boolean isPresent(long number) {
        return number == run;
    }

    /** What can be said after one more layer. */
    List<Line> landed(Event.LayerLanded landed, Look look) {
        Report soFar = standing.landed(landed.layer(), landed.report(), landed.millis());
        return beginning.lasts() ? List.of() : narrator.early(soFar, writer(look));
    }

    /**
     * What is to be said at the end.
     *
     * @param whole whether the learner asked for the whole report, not only for what is new
     */
    List<Line> judged(Event.Judged judged, boolean whole, Look look) {
        Report now = judged.report();
        Report before = standing.judged(now, judged.millis());
        TextReport writer = writer(look);
        if (whole) {
            narrator.said(now);
            return writer.lines(now);
        }
        Report told = beginning.lasts() ? now.withDiagnoses(List.of()) : now;
        List<Line> lines = narrator.news(before, told, writer, look.width());
        narrator.said(told);
        return lines;
    }

    /** What is to be said where it came to no end. */
    List<Line> failed(Event.JudgingFailed failed, Look look) {
        standing.ends();
        if (!Files.isDirectory(lab.workspace())) {
            standing.loses();
            String folder = FolderName.of(lab.workspace());
            return Wrap.at(look.width(), Line.of(phrases.say("session.folder-gone", "folder", folder), Tone.BAD));
        }
        return Wrap.at(look.width(), Line.of(phrases.say("session.no-report", "why", failed.why()), Tone.WAITING));
    }

    /** The last report, half known or whole; null before the first. */
    @Nullable
    Report report() {
        return standing.report();
    }

    /** Whether there is a whole report, or nothing is being looked at that one could come of. */
    boolean settled() {
        return standing.settled();
    }

    /** The clock, where the learner practises. */
    PracticeClock clock() {
        return standing.clock(lab.exercise());
    }

    /** What stays in view. */
    Panel panel() {
        boolean lasts = beginning.lasts();
        return standing.panel(lab, phrases, lasts, lasts && beginning.isTaskRead());
    }

    private TextReport writer(Look look) {
        return new TextReport(phrases, SourceFiles.in(lab.workspace()), look.width());
    }

    @Override
    public void close() {
        runs.close();
    }
}
