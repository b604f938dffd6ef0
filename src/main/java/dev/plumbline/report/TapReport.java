package dev.plumbline.report;

import dev.plumbline.grading.Report;
import dev.plumbline.grading.RequirementResult;
import dev.plumbline.grading.Status;
import java.util.List;

/**
 * The report in the Test Anything Protocol, version 14. Only {@code met} is ok: what is pending or blocked is not done, and
 * its diagnostic block says so. Where nothing could be judged the run bails out.
 */
public final class TapReport {
    private TapReport() {}

    /** The whole stream. */
    public static String write(Report report) {
        StringBuilder out = new StringBuilder("TAP version 14\n1..");
        out.append(report.requirements().size()).append('\n');
        if (!report.verdict().isJudged()) {
            return out.append("Bail out! ")
                    .append(oneLine(report.verdict().word() + ": " + report.trouble()))
                    .append('\n')
                    .toString();
        }
        int number = 0;
        for (RequirementResult result : report.requirements()) {
            boolean met = result.status() == Status.MET;
            out.append(met ? "ok " : "not ok ").append(++number).append(" - ");
            out.append(described(result.id() + ": " + result.title())).append('\n');
            if (!met) {
                block(out, result);
            }
        }
        Account.general(report)
                .forEach(line -> out.append("# ").append(oneLine(line)).append('\n'));
        return out.append("# ").append(Account.headline(report)).append('\n').toString();
    }

    private static void block(StringBuilder out, RequirementResult result) {
        List<String> lines = Account.lines(result);
        out.append("  ---\n  status: ").append(result.status().word()).append("\n  says:\n");
        lines.forEach(line -> out.append("    - ").append(quoted(line)).append('\n'));
        out.append("  ...\n");
    }

    /** A description: {@code #} would begin a directive. */
    private static String described(String text) {
        return oneLine(text).replace("\\", "\\\\").replace("#", "\\#");
    }

    /** A YAML scalar in single quotes, where only they need care. */
    private static String quoted(String text) {
        return "'" + oneLine(text).replace("'", "''") + "'";
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
