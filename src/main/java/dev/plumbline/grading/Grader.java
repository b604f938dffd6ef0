package dev.plumbline.grading;

import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.grading.judge.Code;
import dev.plumbline.grading.judge.Judge;
import dev.plumbline.grading.judge.Outcome;
import dev.plumbline.grading.judge.SetupRecord;
import dev.plumbline.grading.judge.SubjectView;
import dev.plumbline.lab.LabText;
import dev.plumbline.lab.Requirement;
import dev.plumbline.workspace.WorkspaceSnapshot.Entry;
import dev.plumbline.workspace.WorkspaceSnapshot.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges one learner's work: evidence in, report out. */
public final class Grader {
    private Grader() {}

    /**
     * Judges it.
     *
     * @param setup what the lab's setup left behind
     * @param tools versions and backend, for the report
     */
    public static Report grade(Evidence whole, SetupRecord setup, Map<String, String> tools) {
        // While Terraform changes things, what state and AWS say is true for a moment only; the files are the
        // learner's.
        Evidence evidence = whole.workspace().atWork() ? EvidenceSoFar.source(whole) : whole;
        Optional<String> unreadable = unreadable(evidence);
        if (unreadable.isPresent()) {
            return Report.withoutJudgement(
                    evidence.lab(), Verdict.NOT_GRADABLE, unreadable.get(), tools, timings(evidence));
        }
        Judge judge = new Judge(evidence, SourceCode.of(evidence), setup);
        List<RequirementResult> results = new ArrayList<>();
        Set<String> unmet = new HashSet<>();
        for (Requirement requirement : evidence.lab().requirements()) {
            RequirementResult result = result(evidence, requirement, judge.judge(requirement.check(), unmet), unmet);
            results.add(result);
            if (result.status() == Status.UNMET) {
                unmet.add(result.id());
            }
        }
        Optional<String> trouble = trouble(evidence, judge.subject());
        if (trouble.filter(Report.AT_WORK::equals).isPresent()) {
            results.replaceAll(Grader::waiting);
        }
        boolean passed = results.stream().allMatch(r -> r.status() == Status.MET);
        Verdict verdict = passed ? Verdict.PASSED : trouble.isPresent() ? Verdict.COULD_NOT_GRADE : Verdict.FAILED;
        return new Report(
                evidence.lab().id(),
                verdict,
                StageFinder.stage(evidence, judge.subject()),
                results,
                List.of(),
                Remarks.of(evidence, judge.subject()),
                verdict == Verdict.COULD_NOT_GRADE ? trouble.get() : null,
                tools,
                timings(evidence));
    }

    /** What is neither right nor wrong by the files alone waits for Terraform's end, and for nothing else. */
    private static RequirementResult waiting(RequirementResult result) {
        boolean decided = result.status() == Status.MET || result.status() == Status.UNMET;
        return decided
                ? result
                : new RequirementResult(
                        result.id(),
                        result.title(),
                        Status.PENDING,
                        0,
                        result.maxPoints(),
                        result.expected(),
                        result.actual(),
                        Report.AT_WORK,
                        List.of(),
                        result.remedy());
    }

    private static Map<String, Long> timings(Evidence evidence) {
        return new LinkedHashMap<>(evidence.timings());
    }

    private static Optional<String> unreadable(Evidence evidence) {
        String wanted = evidence.lab().rules().codeFile();
        List<Entry> code = evidence.workspace().entries().stream()
                .filter(e -> dev.plumbline.workspace.WorkspaceSnapshot.isCode(e.name()))
                .filter(e -> e.kind() != Kind.FILE)
                .sorted((a, b) ->
                        Boolean.compare(b.name().equals(wanted), a.name().equals(wanted)))
                .toList();
        if (code.isEmpty()) {
            return Optional.empty();
        }
        Entry first = code.get(0);
        boolean othersReadable = evidence.workspace().codeFiles().size() > code.size();
        if (!first.name().equals(wanted) && othersReadable) {
            return Optional.empty();
        }
        return Optional.of(
                switch (first.kind()) {
                    case DIRECTORY -> first.name() + " is a folder. Remove it and make a text file of that name.";
                    case SPECIAL -> first.name() + " is not a regular file but a pipe, socket or device.";
                    case TOO_LARGE ->
                        first.name() + " has " + first.bytes()
                                + " bytes, far more than Terraform code of this lab can need.";
                    case BINARY -> first.name() + " holds bytes that are no text. Write it anew with an editor.";
                    default -> first.name() + " cannot be read. Check its permissions.";
                });
    }

    private static RequirementResult result(
            Evidence evidence, Requirement requirement, Outcome outcome, Set<String> unmet) {
        Status status = outcome.status();
        String message = outcome.message();
        Optional<String> waitsFor =
                requirement.needs().stream().filter(unmet::contains).findFirst();
        if (waitsFor.isPresent() && status != Status.MET) {
            status = Status.BLOCKED;
            message = "Waits for " + waitsFor.get() + ".";
        }
        String own = own(requirement, status);
        if (!own.isEmpty()) {
            LabText text = LabText.of(evidence.lab())
                    .and("expected", orEmpty(outcome.expected()))
                    .and("actual", orEmpty(outcome.actual()));
            Finding.Place place = outcome.evidence().stream()
                    .map(Finding::place)
                    .filter(p -> p != null)
                    .findFirst()
                    .orElse(null);
            if (place != null) {
                text = text.and("file", place.file()).and("line", place.line()).and("column", place.column());
            }
            message = text.render(own);
        }
        return new RequirementResult(
                requirement.id(),
                requirement.title(),
                status,
                status == Status.MET ? requirement.points() : 0,
                requirement.points(),
                outcome.expected(),
                outcome.actual(),
                message,
                outcome.evidence(),
                outcome.remedy());
    }

    private static String own(Requirement requirement, Status status) {
        Requirement.Messages messages = requirement.messages();
        return switch (status) {
            case MET -> messages.met();
            case UNMET -> messages.unmet();
            case PENDING -> messages.pending();
            case BLOCKED -> messages.blocked();
        };
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Trouble on our side that keeps the work from being judged, if any. */
    private static Optional<String> trouble(Evidence evidence, SubjectView subject) {
        if (subject.code() instanceof Code.Nothing || subject.code() instanceof Code.Broken) {
            return Optional.empty();
        }
        if (evidence.workspace().atWork()) {
            return Optional.of(Report.AT_WORK);
        }
        if (evidence.plan() instanceof PlanEvidence.Unavailable unavailable
                && unavailable.trouble().side() == Trouble.Side.OURS) {
            return Optional.of(unavailable.trouble().message());
        }
        if (subject.live() instanceof LiveAnswer.Unknown unknown) {
            boolean ours =
                    switch (unknown.cause()) {
                        case UNREACHABLE, NOT_AWS, SERVICE -> true;
                        case CREDENTIALS, DENIED -> subject.recorded().isPresent();
                        case UNSUPPORTED -> false;
                    };
            return ours ? Optional.of(unknown.message()) : Optional.empty();
        }
        return Optional.empty();
    }
}
