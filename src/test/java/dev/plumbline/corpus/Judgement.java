package dev.plumbline.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A report held against what is true of the case.
 *
 * @param verdictRight whether the verdict is the case's
 * @param wrongStatuses one line for each requirement that is judged wrong
 * @param stageRight whether the stage is the case's (told, not counted as an error of the verdict)
 * @param mistakeRight whether the first diagnosis is the case's mistake
 */
record Judgement(
        LabReport report, boolean verdictRight, List<String> wrongStatuses, boolean stageRight, boolean mistakeRight) {

    /** Judges a report. */
    static Judgement of(CorpusCase work, LabReport report) {
        CorpusCase.Expected expected = work.expected();
        return new Judgement(
                report,
                verdictRight(work, report.verdict()),
                wrongStatuses(expected, report),
                expected.stage().isEmpty() || expected.stage().equals(report.stage()),
                mistakeRight(expected, report));
    }

    /** Whether verdict and requirements are right. */
    boolean right() {
        return verdictRight && wrongStatuses.isEmpty();
    }

    private static boolean verdictRight(CorpusCase work, String verdict) {
        return switch (work.expected().verdict()) {
            case "pass" -> verdict.equals("passed");
            case "pending" -> verdict.equals("failed");
            default ->
                verdict.equals("failed")
                        || (verdict.equals("not-gradable") && isSubmission(work))
                        || (verdict.equals("could-not-grade") && !work.server().embeddedWhenGraded());
        };
    }

    /** A submission may hold no readable main.tf at all: not gradable is then the honest answer, and no pass. */
    private static boolean isSubmission(CorpusCase work) {
        return work.expected().requirements().isEmpty();
    }

    private static List<String> wrongStatuses(CorpusCase.Expected expected, LabReport report) {
        List<String> wrong = new ArrayList<>();
        expected.requirements().forEach((id, truth) -> {
            String status = report.statuses().getOrDefault(id, "missing");
            boolean contested =
                    expected.contested().contains(id) && !expected.verdict().equals("pass");
            if (!contested && !accepted(expected, truth).contains(status)) {
                wrong.add(id + " is " + truth + ", said " + status + " ("
                        + report.messages().getOrDefault(id, "") + ")");
            }
        });
        return wrong;
    }

    /**
     * Never met where the case says fail or pending, never unmet where it says pass; what is right in the file and not
     * applied is pending with us, and blocked is right where something else stands in the way.
     */
    private static Set<String> accepted(CorpusCase.Expected expected, String truth) {
        return switch (truth) {
            case "pass" -> expected.verdict().equals("pass") ? Set.of("met") : Set.of("met", "pending", "blocked");
            case "fail" -> Set.of("unmet", "blocked");
            default -> Set.of("pending", "blocked");
        };
    }

    private static boolean mistakeRight(CorpusCase.Expected expected, LabReport report) {
        return switch (expected.mistake()) {
            case "" -> true;
            case "none" -> report.diagnoses().isEmpty();
            default ->
                report.firstDiagnosis().equals(expected.mistake())
                        || (expected.verdict().equals("pass")
                                && report.diagnoses().isEmpty());
        };
    }
}
