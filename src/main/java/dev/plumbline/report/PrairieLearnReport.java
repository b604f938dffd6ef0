package dev.plumbline.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.RequirementResult;
import dev.plumbline.grading.Verdict;

/**
 * The report as the {@code results.json} of PrairieLearn's external graders. What could not be judged is {@code gradable:
 * false}, which costs the student no attempt; the score is a part of 1.
 */
public final class PrairieLearnReport {
    private PrairieLearnReport() {}

    /** The whole file. */
    public static String write(Report report) {
        ObjectNode root = JsonReport.object();
        boolean judged = report.verdict().isJudged();
        root.put("succeeded", report.verdict() != Verdict.COULD_NOT_GRADE);
        root.put("gradable", judged);
        root.put("message", Account.headline(report));
        root.put("output", String.join("\n", Account.general(report)));
        if (!judged) {
            root.putArray("format_errors").add(String.valueOf(report.trouble()));
            return JsonReport.text(root);
        }
        int most = report.maxScore();
        report.score().ifPresent(score -> root.put("score", most == 0 ? 0 : (double) score / most));
        ArrayNode tests = root.putArray("tests");
        for (RequirementResult result : report.requirements()) {
            tests.addObject()
                    .put("name", result.title())
                    .put("description", result.id())
                    .put("points", result.points())
                    .put("max_points", result.maxPoints())
                    .put("message", result.message())
                    .put("output", String.join("\n", Account.lines(result)));
        }
        return JsonReport.text(root);
    }
}
