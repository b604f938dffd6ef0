package dev.plumbline.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.RequirementResult;
import dev.plumbline.grading.Status;

/**
 * The report as Gradescope's {@code results.json}. Where nothing could be judged there is no score at all, only the
 * reason: Gradescope then reports a failed autograder run instead of a zero.
 */
public final class GradescopeReport {
    private GradescopeReport() {}

    /** The whole file. */
    public static String write(Report report) {
        ObjectNode root = JsonReport.object();
        boolean judged = report.verdict().isJudged();
        report.score().ifPresent(score -> root.put("score", score));
        root.put("output_format", "text");
        root.put("output", Account.headline(report) + "\n\n" + String.join("\n", Account.general(report)));
        if (judged) {
            ArrayNode tests = root.putArray("tests");
            int number = 0;
            for (RequirementResult result : report.requirements()) {
                tests.addObject()
                        .put("number", Integer.toString(++number))
                        .put("name", result.title())
                        .put("score", result.points())
                        .put("max_score", result.maxPoints())
                        .put("status", result.status() == Status.MET ? "passed" : "failed")
                        .put("output", String.join("\n", Account.lines(result)));
            }
        }
        root.putObject("extra_data").set("plumbline", JsonReport.tree(report));
        return JsonReport.text(root);
    }
}
