package dev.plumbline.terminal;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.RequirementResult;
import dev.plumbline.grading.Status;
import dev.plumbline.grading.Verdict;
import dev.plumbline.report.NextStep;
import dev.plumbline.report.TextReport;
import dev.plumbline.text.Line;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Tone;
import dev.plumbline.text.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is said of a new report: only what is new since the last one, so that a save that changes nothing says nothing. */
final class Narrator {
    private final Phrases phrases;

    /** The cause that was named last, so that it is named once while it stands. */
    private Optional<Diagnosis> named = Optional.empty();

    Narrator(Phrases phrases) {
        this.phrases = phrases;
    }

    /**
     * The news.
     *
     * @param before the last complete report; null before the first
     * @param writer writes diagnoses for the present width
     */
    List<Line> news(@Nullable Report before, Report now, TextReport writer, int width) {
        List<Line> out = new ArrayList<>();
        String trouble = now.trouble();
        if (trouble != null && (before == null || !trouble.equals(before.trouble()))) {
            out.addAll(Wrap.at(width, Line.of(trouble, Tone.WAITING)));
        }
        out.addAll(cause(NextStep.mistake(now), writer));
        changes(before, now, out);
        if (now.verdict() == Verdict.PASSED && (before == null || before.verdict() != Verdict.PASSED)) {
            out.add(Line.EMPTY);
            out.add(Line.of(phrases.say("session.passed", "max", now.maxScore()), Tone.GOOD));
            out.addAll(Wrap.at(width, phrases.say("session.passed-more")));
        }
        return out;
    }

    /** What can be said before the plan and the cloud have answered: a cause that the file alone shows. */
    List<Line> early(Report soFar, TextReport writer) {
        Optional<Diagnosis> cause = NextStep.mistake(soFar);
        return cause.isPresent() ? cause(cause, writer) : List.of();
    }

    private List<Line> cause(Optional<Diagnosis> cause, TextReport writer) {
        boolean isNew = cause.isPresent() && !cause.equals(named);
        named = cause;
        if (!isNew) {
            return List.of();
        }
        return writer.diagnosis(cause.get());
    }

    private void changes(@Nullable Report before, Report now, List<Line> out) {
        if (before == null) {
            return;
        }
        Set<String> metBefore = met(before);
        Set<String> metNow = met(now);
        for (RequirementResult result : now.requirements()) {
            if (metNow.contains(result.id()) && !metBefore.contains(result.id())) {
                out.add(Line.of("✓ ", Tone.GOOD).plus(phrases.say("session.now-met", "title", result.title())));
            } else if (!metNow.contains(result.id()) && metBefore.contains(result.id())) {
                out.add(Line.of("✗ ", Tone.BAD).plus(phrases.say("session.no-longer-met", "title", result.title())));
            }
        }
    }

    static Set<String> met(Report report) {
        Set<String> ids = new TreeSet<>();
        report.requirements().stream().filter(r -> r.status() == Status.MET).forEach(r -> ids.add(r.id()));
        return ids;
    }
}
