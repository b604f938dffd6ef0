package dev.plumbline.report;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.Finding;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.RequirementResult;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Parts of a report in plain lines of text, for the formats that have a place for a few of them. */
final class Account {
    private Account() {}

    /** One line: lab, verdict, points if there is a judgement, stage. */
    static String headline(Report report) {
        OptionalInt score = report.score();
        String points = score.isPresent() ? score.getAsInt() + " of " + report.maxScore() + " points" : "no score";
        return report.lab() + ": " + report.verdict().word() + ", " + points + ", stage "
                + report.stage().word();
    }

    /** What is said of a requirement: message, expected and actual, then each layer's evidence. */
    static List<String> lines(RequirementResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(result.message().isEmpty() ? result.status().word() : result.message());
        if (result.expected() != null) {
            lines.add("expected: " + result.expected());
            lines.add("actual: " + (result.actual() == null ? "nothing" : result.actual()));
        }
        for (Finding finding : result.evidence()) {
            lines.add(finding.layer().word() + ": " + finding.says() + at(finding.place()));
        }
        return lines;
    }

    /** What the coach says of a mistake: title and place, explanation, fix or command. */
    static List<String> lines(Diagnosis diagnosis) {
        List<String> lines = new ArrayList<>();
        lines.add(diagnosis.title() + at(diagnosis.place()));
        lines.add(diagnosis.explanation());
        Diagnosis.Fix fix = diagnosis.fix();
        if (fix != null) {
            lines.add("fix: " + fix.summary());
        }
        if (diagnosis.command() != null) {
            lines.add("run: " + diagnosis.command());
        }
        return lines;
    }

    /** Trouble, diagnoses and remarks: everything that belongs to no single requirement. */
    static List<String> general(Report report) {
        List<String> lines = new ArrayList<>();
        String trouble = report.trouble();
        if (trouble != null) {
            lines.add(trouble);
        }
        report.diagnoses().forEach(d -> lines.addAll(lines(d)));
        report.remarks().forEach(r -> lines.add("remark: " + r));
        return lines;
    }

    private static String at(Finding.@org.jspecify.annotations.Nullable Place place) {
        return place == null ? "" : " (" + place.file() + ":" + place.line() + ":" + place.column() + ")";
    }
}
