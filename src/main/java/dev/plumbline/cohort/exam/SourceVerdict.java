package dev.plumbline.cohort.exam;

import dev.plumbline.cohort.vetting.Objection;
import dev.plumbline.grading.Evidence;
import dev.plumbline.grading.EvidenceSoFar;
import dev.plumbline.grading.Grader;
import dev.plumbline.grading.Layer;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.RequirementResult;
import dev.plumbline.grading.Stage;
import dev.plumbline.grading.Status;
import dev.plumbline.grading.Verdict;
import dev.plumbline.grading.judge.SetupRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The verdict on work that is not run: what its source alone shows. If that fails a requirement, the work has failed; if not,
 * nobody knows, and a person has to look.
 */
final class SourceVerdict {
    private static final String NOT_RUN = "It was not run; look at it by hand";

    private SourceVerdict() {}

    static Report of(Evidence evidence, List<Objection> objections, Map<String, String> tools) {
        Report judged = Grader.grade(EvidenceSoFar.source(evidence), SetupRecord.NONE, tools);
        if (judged.verdict() == Verdict.NOT_GRADABLE) {
            return judged;
        }
        String why = objections.stream().map(Objection::text).collect(Collectors.joining(" ")) + " " + NOT_RUN + ".";
        List<RequirementResult> results =
                judged.requirements().stream().map(SourceVerdict::result).toList();
        boolean failed = results.stream().anyMatch(result -> result.status() == Status.UNMET);
        List<String> remarks = new ArrayList<>(judged.remarks());
        if (failed) {
            remarks.add("Judged by its source alone. " + why);
        }
        return new Report(
                judged.lab(),
                failed ? Verdict.FAILED : Verdict.COULD_NOT_GRADE,
                Stage.WRITTEN,
                results,
                List.of(),
                remarks,
                failed ? null : why,
                tools,
                judged.timings());
    }

    /** What rests on the source counts; what would need a run is blocked. */
    private static RequirementResult result(RequirementResult result) {
        boolean bySource = !result.evidence().isEmpty()
                && result.evidence().stream().allMatch(finding -> finding.layer() == Layer.SOURCE);
        boolean stands = bySource && (result.status() == Status.UNMET || result.status() == Status.MET);
        return stands
                ? result
                : new RequirementResult(
                        result.id(),
                        result.title(),
                        Status.BLOCKED,
                        0,
                        result.maxPoints(),
                        result.expected(),
                        result.actual(),
                        "Not looked at, since nothing was run.",
                        result.evidence());
    }
}
