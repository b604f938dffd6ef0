package dev.plumbline.stand;

import dev.plumbline.grading.PlanEvidence;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.RequirementResult;
import dev.plumbline.grading.Status;
import dev.plumbline.grading.Verdict;
import dev.plumbline.terraform.source.Configuration;
import java.util.List;

/**
 * What the grader said of what lies on a stand.
 *
 * @param report with the coach's diagnoses, where they were asked for
 * @param plan the grader's own plan
 * @param code the code as it was read
 */
public record Judged(Report report, PlanEvidence plan, Configuration code) {
    /** Whether the lab accepts it. */
    public boolean passed() {
        return report.verdict() == Verdict.PASSED;
    }

    /** The requirements of that status. */
    public List<String> with(Status status) {
        return report.requirements().stream()
                .filter(r -> r.status() == status)
                .map(RequirementResult::id)
                .toList();
    }

    /** The first diagnosis, or empty where there is none. */
    public String mistake() {
        return report.diagnoses().isEmpty() ? "" : report.diagnoses().get(0).mistake();
    }
}
