package dev.plumbline.terminal;

import dev.plumbline.coaching.FixApplier;
import dev.plumbline.coaching.Hints;
import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.Report;
import dev.plumbline.report.SourceFiles;
import dev.plumbline.report.TextReport;
import dev.plumbline.report.WholeAnswer;
import dev.plumbline.text.Phrases;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code fix}: shows the smallest edit that helps; {@code --apply} makes it, {@code --undo} takes the last one back. */
final class FixCommand {
    private FixCommand() {}

    static void run(Desk desk, List<String> words) {
        Phrases phrases = desk.phrases();
        FixApplier applier = new FixApplier(desk.lab().workspace());
        try {
            Optional<String> strange = words.stream()
                    .filter(word -> !word.equals("--apply") && !word.equals("--undo"))
                    .findFirst();
            if (strange.isPresent()) {
                desk.say(phrases.say("fix.unknown", "word", strange.get()));
                return;
            }
            if (words.contains("--undo")) {
                desk.say(applier.undo().message());
                return;
            }
            Report report = desk.report();
            Optional<Diagnosis> cause = report == null
                    ? Optional.empty()
                    : report.diagnoses().stream().filter(d -> !d.remark()).findFirst();
            if (cause.isEmpty()) {
                desk.say(phrases.say("fix.nothing"));
                return;
            }
            Diagnosis.Fix fix = cause.get().fix();
            boolean whole = fix != null
                    && WholeAnswer.isWrittenBy(fix, SourceFiles.in(desk.lab().workspace()));
            if (words.contains("--apply") && fix != null) {
                FixApplier.Outcome outcome = applier.apply(fix);
                if (report != null && whole && outcome.done()) {
                    Hints.of(desk.lab().lab())
                            .last(report, desk.lab().workspace())
                            .ifPresent(desk.journal()::add);
                }
                desk.say(phrases.say(outcome.done() ? "fix.applied" : "fix.not-applied", "what", outcome.message()));
                return;
            }
            desk.print(new TextReport(
                            phrases,
                            SourceFiles.in(desk.lab().workspace()),
                            desk.look().width())
                    .diagnosis(cause.get()));
            desk.say(phrases.say(fix == null ? "fix.by-hand" : whole ? "fix.whole" : "fix.how"));
        } catch (IOException refused) {
            String why = refused.getMessage();
            desk.say(phrases.say("fix.failed", "why", why == null ? refused.toString() : why));
        }
    }
}
