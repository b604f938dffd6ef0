package dev.plumbline.report;

import dev.plumbline.grading.Report;
import dev.plumbline.grading.RequirementResult;
import dev.plumbline.grading.Status;

/**
 * The report as JUnit XML, which every CI server reads: a requirement is a test case. What is not met is a failure, of
 * type unmet, pending or blocked; where nothing could be judged, one error says why and the rest is skipped.
 */
public final class JunitReport {
    private JunitReport() {}

    /** The whole document. */
    public static String write(Report report) {
        boolean judged = report.verdict().isJudged();
        long notMet = report.requirements().stream()
                .filter(r -> r.status() != Status.MET)
                .count();
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append("<testsuite name=\"").append(escaped(report.lab()));
        out.append("\" tests=\"").append(report.requirements().size() + (judged ? 0 : 1));
        out.append("\" failures=\"").append(judged ? notMet : 0);
        out.append("\" errors=\"").append(judged ? 0 : 1);
        out.append("\" skipped=\"").append(judged ? 0 : notMet);
        out.append("\" time=\"").append(report.timings().getOrDefault("total", 0L) / 1000.0);
        out.append("\">\n  <properties>\n");
        property(out, "verdict", report.verdict().word());
        property(out, "stage", report.stage().word());
        report.score().ifPresent(score -> property(out, "score", score + "/" + report.maxScore()));
        report.tools().forEach((name, value) -> property(out, name, value));
        out.append("  </properties>\n");
        for (RequirementResult result : report.requirements()) {
            testCase(out, report, result, judged);
        }
        if (!judged) {
            open(out, report, "judgement")
                    .append(">\n    <error type=\"")
                    .append(report.verdict().word());
            out.append("\" message=\"")
                    .append(escaped(String.valueOf(report.trouble())))
                    .append("\"/>\n  </testcase>\n");
        }
        String general = String.join("\n", Account.general(report));
        if (!general.isEmpty()) {
            out.append("  <system-out>").append(escaped(general)).append("</system-out>\n");
        }
        return out.append("</testsuite>\n").toString();
    }

    private static void testCase(StringBuilder out, Report report, RequirementResult result, boolean judged) {
        open(out, report, result.id() + ": " + result.title());
        if (result.status() == Status.MET) {
            out.append("/>\n");
            return;
        }
        String status = result.status().word();
        String message = escaped(result.message());
        if (judged) {
            out.append(">\n    <failure type=\"")
                    .append(status)
                    .append("\" message=\"")
                    .append(message);
            out.append("\">")
                    .append(escaped(String.join("\n", Account.lines(result))))
                    .append("</failure>\n");
        } else {
            out.append(">\n    <skipped message=\"")
                    .append(status)
                    .append(": ")
                    .append(message)
                    .append("\"/>\n");
        }
        out.append("  </testcase>\n");
    }

    private static StringBuilder open(StringBuilder out, Report report, String name) {
        return out.append("  <testcase classname=\"")
                .append(escaped("plumbline." + report.lab()))
                .append("\" name=\"")
                .append(escaped(name))
                .append('"');
    }

    private static void property(StringBuilder out, String name, String value) {
        out.append("    <property name=\"").append(escaped(name));
        out.append("\" value=\"").append(escaped(value)).append("\"/>\n");
    }

    /** For text and attributes alike; what XML 1.0 cannot hold becomes a replacement mark. */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n' -> out.append("&#10;");
                case '\t' -> out.append("&#9;");
                case '\r' -> out.append("&#13;");
                default -> out.appendCodePoint(allowed(c) ? c : 0xFFFD);
            }
        });
        return out.toString();
    }

    private static boolean allowed(int c) {
        return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
