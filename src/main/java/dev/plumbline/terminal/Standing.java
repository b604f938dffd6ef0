package dev.plumbline.terminal;

import dev.plumbline.grading.Layer;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.Stage;
import dev.plumbline.grading.Verdict;
import dev.plumbline.lab.Drill;
import dev.plumbline.report.NextStep;
import dev.plumbline.text.Phrases;
import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.JournalEntry;
import dev.plumbline.workspace.PracticeClock;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the learner stands: the last report, what is being looked at, and what of it the journal has to know. */
final class Standing {
    /** Stages that the files alone tell; the others need the plan. */
    private static final Set<Stage> BY_FILES = Set.of(Stage.UNWRITTEN, Stage.WRITTEN);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Journal journal;
    private final Clock clock;
    private @Nullable Report shown;
    private @Nullable Report whole;
    private @Nullable Report known;
    private boolean outdated;
    private Activity activity = Activity.NONE;

    Standing(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** A look begins. */
    void begins(String cause) {
        String at = cause.isEmpty() ? "" : LocalTime.now(clock).format(TIME);
        activity = new Activity(cause, at, List.of(), Layer.SOURCE);
    }

    /** What the last report says is out of date: until the next one is whole, nothing is taken over from it. */
    void outdates() {
        outdated = true;
    }

    /** The learner's folder is gone: what the last report said of it is true no more. */
    void loses() {
        shown = null;
        whole = null;
    }

    /** A layer has answered; gives back what can be said now. */
    Report landed(Layer layer, Report soFar, long millis) {
        Report now = Interim.over(outdated ? null : whole, soFar);
        shown = now;
        activity = activity.with(layer, millis);
        return now;
    }

    /**
     * The look is complete; gives back the last one before it that could answer. One that could not tells nothing of the
     * work, and what was met then is no less so.
     */
    @Nullable
    Report judged(Report now, long millis) {
        Report before = known;
        shown = now;
        whole = now;
        outdated = false;
        activity = activity.with(Layer.CLOUD, millis).ended();
        if (now.verdict() != Verdict.COULD_NOT_GRADE) {
            known = now;
            keep(before, now);
        }
        return before;
    }

    /** The look ended without a report. */
    void ends() {
        activity = activity.ended();
    }

    /** The last report, half known or whole; null before the first. */
    @Nullable
    Report report() {
        return shown;
    }

    /** Whether there is a whole report, or nothing is being looked at that one could come of. */
    boolean settled() {
        return isSure() || activity.running() == null;
    }

    private boolean isSure() {
        return whole != null && !outdated;
    }

    /** The clock; elsewhere than in practice the journal need not be asked. */
    PracticeClock clock(Exercise exercise) {
        return exercise instanceof Exercise.Practice ? journal.progress().clock() : PracticeClock.OFF;
    }

    /** What the clock shows, in full minutes; empty while it does not run. */
    private String shown(PracticeClock now, Phrases phrases) {
        return now.running()
                ? phrases.say("clock.panel", "minutes", now.at(clock.instant()).toMinutes())
                : "";
    }

    /**
     * What stays in view.
     *
     * @param beginning whether the learner has yet to begin, and what is wrong is theirs to find
     * @param read whether they have read the task
     */
    Panel panel(LabRun lab, Phrases phrases, boolean beginning, boolean read) {
        String title = lab.lab().title();
        String time = shown(clock(lab.exercise()), phrases);
        Report report = shown;
        if (report == null) {
            boolean gone = !Files.isDirectory(lab.workspace());
            String words = phrases.say("next.folder-gone", "folder", FolderName.of(lab.workspace()));
            return new Panel(title, "", time, List.of(), activity, gone ? new NextStep(words, null) : null);
        }
        boolean certain = isSure() || BY_FILES.contains(report.stage());
        return new Panel(
                title,
                certain ? phrases.say("stage." + report.stage().word()) : "",
                time,
                report.requirements(),
                activity,
                next(lab, report, phrases, beginning, read));
    }

    private @Nullable NextStep next(LabRun lab, Report report, Phrases phrases, boolean beginning, boolean read) {
        if (lab.exercise() instanceof Exercise.Repair repair && report.trouble() == null) {
            return next(repair.drill(), phrases);
        }
        if (beginning && report.trouble() == null) {
            if (!read) {
                return new NextStep(phrases.say("next.begin"), "task");
            }
            return report.stage() == Stage.WRITTEN
                    ? NextStep.of(report.withDiagnoses(List.of()), phrases).inSession(report.lab())
                    : new NextStep(phrases.say("next.begin-plan"), "terraform plan");
        }
        // Half of the evidence is enough to name a mistake, and not to say what comes next.
        boolean sure = isSure() || NextStep.mistake(report).isPresent();
        return sure ? NextStep.of(report, phrases).inSession(report.lab()) : null;
    }

    /** In a drill, to find the cause is the exercise; what can be said is how it stands. */
    private NextStep next(Drill drill, Phrases phrases) {
        Report last = whole;
        return switch (DrillStanding.of(drill, last)) {
            case AS_TOLD -> new NextStep(phrases.say("drill.next"), null);
            case CHANGED -> new NextStep(phrases.say("drill.next-changed"), "hint");
            case LOST -> new NextStep(phrases.say("drill.next-lost"), "reset");
            case MENDED -> new NextStep(phrases.say("drill.next-mended"), "quit");
        };
    }

    /** Writes into the journal what is different. */
    private void keep(@Nullable Report before, Report now) {
        Set<String> was = before == null ? journal.progress().met().keySet() : Narrator.met(before);
        Set<String> is = Narrator.met(now);
        is.stream().filter(id -> !was.contains(id)).forEach(id -> note(new JournalEntry.Met(clock.instant(), id)));
        was.stream().filter(id -> !is.contains(id)).forEach(id -> note(new JournalEntry.Lost(clock.instant(), id)));
        String stage = now.stage().word();
        if (before == null ? !stage.equals(journal.progress().stage()) : before.stage() != now.stage()) {
            note(new JournalEntry.Reached(clock.instant(), stage));
        }
        boolean passedBefore = before != null && before.verdict() == Verdict.PASSED;
        if (now.verdict() == Verdict.PASSED && !passedBefore) {
            note(new JournalEntry.Passed(clock.instant()));
        }
    }

    private void note(JournalEntry entry) {
        journal.add(entry);
    }
}
