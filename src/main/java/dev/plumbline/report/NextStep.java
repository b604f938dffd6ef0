package dev.plumbline.report;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.Finding;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.RequirementResult;
import dev.plumbline.grading.Stage;
import dev.plumbline.grading.Status;
import dev.plumbline.grading.Verdict;
import dev.plumbline.text.Phrases;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one thing to do next.
 *
 * @param words the suggestion, as a sentence
 * @param command what to type for it, if it is a command
 */
public record NextStep(String words, @Nullable String command) {
    /** Diagnoses that only say which part of write, init, plan, apply comes next: nothing is wrong yet. */
    private static final Set<String> ON_THE_WAY =
            Set.of("not-started", "not-initialised", "not-imported", "not-applied");

    /** Chosen from the report: what stands in the way first, else the next part of write, init, plan, apply, verify. */
    public static NextStep of(Report report, Phrases phrases) {
        if (report.awaitsAws()) {
            return new NextStep(phrases.say("next.awaits-aws"), "lab check " + report.lab());
        }
        if (report.awaitsTerraform()) {
            return new NextStep(phrases.say("next.at-work"), "lab check " + report.lab());
        }
        if (report.verdict() == Verdict.COULD_NOT_GRADE) {
            return new NextStep(phrases.say("next.could-not-grade"), "lab doctor");
        }
        if (report.verdict() == Verdict.NOT_GRADABLE) {
            return mistake(report)
                    .filter(cause -> cause.command() != null)
                    .map(cause -> mend(report.lab(), cause, phrases))
                    .orElseGet(() -> new NextStep(phrases.say("next.not-gradable"), null));
        }
        if (report.verdict() == Verdict.PASSED) {
            return report.stage() == Stage.APPLIED
                    ? new NextStep(phrases.say("next.verify-passed"), "terraform plan")
                    : new NextStep(phrases.say("next.passed"), null);
        }
        Optional<Diagnosis> cause = mistake(report);
        if (cause.isPresent()) {
            return mend(report.lab(), cause.get(), phrases);
        }
        List<Diagnosis> toCome =
                report.diagnoses().stream().filter(d -> !d.remark()).toList();
        Optional<Diagnosis> told = toCome.stream().filter(d -> d.next() != null).findFirst();
        if (told.isPresent()) {
            return mend(report.lab(), told.get(), phrases);
        }
        Stage stage = report.stage();
        boolean live = stage == Stage.APPLIED || stage == Stage.DRIFTED || stage == Stage.DESTROYED;
        Optional<RequirementResult> unmet = report.requirements().stream()
                .filter(r -> r.status() == Status.UNMET && (live || !r.fileIsRight()))
                .findFirst();
        return byStage(stage, unmet, phrases);
    }

    /** The first cause that is a mistake, and not only a step that is still to come. */
    public static Optional<Diagnosis> mistake(Report report) {
        return report.diagnoses().stream()
                .filter(d -> !d.remark() && isMistake(d))
                .findFirst();
    }

    /** Whether something is wrong; else it only is not done yet. */
    static boolean isMistake(Diagnosis diagnosis) {
        return !ON_THE_WAY.contains(diagnosis.mistake());
    }

    /** The same for the session's own prompt: {@code lab fix LAB --apply} is {@code fix --apply} there. */
    public NextStep inSession(String lab) {
        String typed = command;
        return typed == null
                ? this
                : new NextStep(words, typed.replaceFirst("^lab (\\w+) " + Pattern.quote(lab), "$1"));
    }

    private static NextStep mend(String lab, Diagnosis cause, Phrases phrases) {
        String first = cause.next();
        if (first != null) {
            return new NextStep(first, cause.commandFirst() ? cause.command() : null);
        }
        Finding.Place place = cause.place();
        Diagnosis.Fix fix = cause.fix();
        if (fix != null && (place == null || onlyAdds(fix)) && WholeAnswer.isWrittenBy(fix, file -> Optional.empty())) {
            return new NextStep(
                    phrases.say("next.write", "file", fix.edits().get(0).file()), "lab hint " + lab);
        }
        if (fix != null) {
            String words = place == null
                    ? phrases.say(
                            "next.mend-file-with-fix",
                            "file",
                            fix.edits().get(0).file())
                    : phrases.say("next.mend-with-fix", "file", place.file(), "line", place.line());
            return new NextStep(words, "lab fix " + lab + " --apply");
        }
        if (cause.command() != null) {
            return new NextStep(phrases.say("next.run"), cause.command());
        }
        return place == null
                ? new NextStep(phrases.say("next.mend", "what", cause.title()), null)
                : new NextStep(phrases.say("next.mend-at", "file", place.file(), "line", place.line()), null);
    }

    private static boolean onlyAdds(Diagnosis.Fix fix) {
        return fix.edits().stream().allMatch(e -> e.startLine() == e.endLine() && e.startColumn() == e.endColumn());
    }

    private static NextStep byStage(Stage stage, Optional<RequirementResult> unmet, Phrases phrases) {
        if (stage == Stage.UNWRITTEN) {
            return new NextStep(phrases.say("next.unwritten"), null);
        }
        if (unmet.isPresent() && (stage != Stage.APPLIED && stage != Stage.DRIFTED && stage != Stage.DESTROYED)) {
            return new NextStep(phrases.say("next.unmet", "what", unmet.get().title()), null);
        }
        return switch (stage) {
            case UNWRITTEN -> new NextStep(phrases.say("next.unwritten"), null);
            case WRITTEN -> new NextStep(phrases.say("next.init"), "terraform init");
            case INITIALISED -> new NextStep(phrases.say("next.plan"), "terraform plan");
            case PLANNED -> new NextStep(phrases.say("next.apply"), "terraform apply");
            case APPLIED, VERIFIED ->
                unmet.map(r -> new NextStep(phrases.say("next.unmet-live", "what", r.title()), "terraform plan"))
                        .orElseGet(() -> new NextStep(phrases.say("next.verify"), "terraform plan"));
            case DRIFTED -> new NextStep(phrases.say("next.drifted"), "terraform plan");
            case DESTROYED -> new NextStep(phrases.say("next.destroyed"), "terraform apply");
        };
    }
}
