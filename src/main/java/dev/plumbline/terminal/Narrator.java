package dev.plumbline.terminal;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.RequirementResult;
import dev.plumbline.grading.Status;
import dev.plumbline.grading.Verdict;
import dev.plumbline.lab.Lab;
import dev.plumbline.report.Checklist;
import dev.plumbline.report.NextStep;
import dev.plumbline.report.TextReport;
import dev.plumbline.text.Line;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Tone;
import dev.plumbline.text.Wrap;
import dev.plumbline.workspace.Journal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is said of a new report: only what is new since the last one, so that a save that changes nothing says nothing. */
final class Narrator {
    private final Phrases phrases;
    private final Lab lab;
    private final Exercise exercise;
    private final Journal journal;
    private final boolean passedBefore;

    /** The cause that was named last and its place, so that it is named once while it stands. */
    private String named = "";

    /** What kept the last look from an answer, so that it is told once while it lasts. */
    private @Nullable String trouble;

    /**
     * For one session.
     *
     * @param journal says whether the learner had passed in an earlier one, so that finding it so is no news
     */
    Narrator(Phrases phrases, LabRun lab, Journal journal) {
        this.phrases = phrases;
        this.lab = lab.lab();
        this.exercise = lab.exercise();
        this.journal = journal;
        this.passedBefore = journal.progress().passed() != null;
    }

    /**
     * The news.
     *
     * @param before the last report that could answer; null before the first
     * @param writer writes diagnoses for the present width
     */
    List<Line> news(@Nullable Report before, Report now, TextReport writer, int width) {
        List<Line> out = new ArrayList<>();
        String why = now.trouble();
        if (why != null && !why.equals(trouble)) {
            out.addAll(Wrap.at(width, Line.of(why, Tone.WAITING)));
        }
        trouble = why;
        if (!isDrill() || DrillStanding.isLost(now)) {
            out.addAll(cause(NextStep.mistake(now), writer));
        }
        changes(before, now, writer, out);
        boolean known = before == null ? passedBefore : before.verdict() == Verdict.PASSED;
        if (now.verdict() == Verdict.PASSED && !known) {
            out.add(Line.EMPTY);
            out.addAll(passed(now, width));
            out.addAll(writer.noted(now)); // such as a leftover in another region, which goes on costing
        }
        return out;
    }

    private List<Line> passed(Report now, int width) {
        if (exercise instanceof Exercise.Repair repair) {
            List<Line> out = new ArrayList<>();
            out.add(Line.of(
                    phrases.say("drill.repaired", "title", repair.drill().title()), Tone.GOOD));
            out.addAll(Wrap.at(width, phrases.say("drill.repaired-more")));
            return out;
        }
        List<Line> out = new ArrayList<>();
        out.add(Line.of(phrases.say("session.passed", "max", now.maxScore()), Tone.GOOD));
        Duration time = journal.progress().clock().result();
        if (time != null) {
            out.add(Line.of(phrases.say("clock.result", "time", ClockCommand.time(time, phrases)), Tone.GOOD));
        }
        List<String> more = new ArrayList<>(List.of(phrases.say("session.passed-solution")));
        if (StreamCommand.plays(lab)) {
            more.add(phrases.say("session.passed-stream"));
        }
        if (!lab.drills().isEmpty()) {
            more.add(phrases.say("session.passed-drill"));
        }
        out.addAll(Wrap.at(width, String.join(" ", more)));
        return out;
    }

    /**
     * What can be said before the plan and the cloud have answered: a cause that the file alone shows, by its place in it.
     * Which step comes next is for the whole look to say.
     */
    List<Line> early(Report soFar, TextReport writer) {
        Optional<Diagnosis> cause = NextStep.mistake(soFar).filter(mistake -> mistake.place() != null);
        return cause.isPresent() && !isDrill() ? cause(cause, writer) : List.of();
    }

    /** In a drill, to find the cause is the exercise. */
    private boolean isDrill() {
        return exercise instanceof Exercise.Repair;
    }

    /** A whole report was shown: its cause is named with it. */
    void said(Report whole) {
        named = NextStep.mistake(whole).map(Narrator::key).orElse("");
        trouble = whole.trouble();
    }

    private static String key(Diagnosis cause) {
        return cause.mistake() + " " + cause.place();
    }

    private List<Line> cause(Optional<Diagnosis> cause, TextReport writer) {
        String before = named;
        named = cause.map(Narrator::key).orElse("");
        return cause.isPresent() && !named.equals(before) ? writer.diagnosis(cause.get()) : List.of();
    }

    private void changes(@Nullable Report before, Report now, TextReport writer, List<Line> out) {
        if (before == null || now.verdict() == Verdict.COULD_NOT_GRADE) {
            return;
        }
        Set<String> metBefore = met(before);
        Set<String> metNow = met(now);
        for (RequirementResult result : now.requirements()) {
            if (metNow.contains(result.id()) && !metBefore.contains(result.id())) {
                out.add(Checklist.sign(result.status()).plus(phrases.say("session.now-met", "title", result.title())));
            } else if (!metNow.contains(result.id()) && metBefore.contains(result.id())) {
                out.add(Checklist.sign(result.status())
                        .plus(phrases.say("session.no-longer-met", "title", result.title())));
                out.addAll(writer.reasons(result)); // each layer by its name, above all where they disagree
            }
        }
    }

    static Set<String> met(Report report) {
        Set<String> ids = new TreeSet<>();
        report.requirements().stream().filter(r -> r.status() == Status.MET).forEach(r -> ids.add(r.id()));
        return ids;
    }
}
