package dev.plumbline.report;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.Finding;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.RequirementResult;
import dev.plumbline.grading.Status;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The report as workflow commands of GitHub Actions: mistakes and unmet requirements become notes beside their lines. */
public final class GithubReport {
    private GithubReport() {}

    /**
     * One command a line, the headline last.
     *
     * @param folder the workspace relative to the repository, empty if it is the repository itself: files are named from
     *     there
     */
    public static String write(Report report, String folder) {
        StringBuilder out = new StringBuilder();
        String trouble = report.trouble();
        if (trouble != null) {
            command(out, "error", folder, null, report.verdict().word(), trouble);
        }
        for (Diagnosis diagnosis : report.diagnoses()) {
            String message =
                    String.join("\n", Account.lines(diagnosis).stream().skip(1).toList());
            command(
                    out,
                    diagnosis.remark() ? "notice" : "error",
                    folder,
                    diagnosis.place(),
                    diagnosis.title(),
                    message);
        }
        for (RequirementResult result : report.requirements()) {
            if (result.status() == Status.UNMET || result.status() == Status.PENDING) {
                Finding.Place place = result.evidence().stream()
                        .flatMap(f -> Stream.ofNullable(f.place()))
                        .findFirst()
                        .orElse(null);
                String level = result.status() == Status.UNMET ? "error" : "notice";
                command(
                        out,
                        level,
                        folder,
                        place,
                        result.id() + " " + result.status().word(),
                        result.message());
            }
        }
        report.remarks().forEach(remark -> command(out, "notice", folder, null, "remark", remark));
        return out.append(Account.headline(report)).append('\n').toString();
    }

    private static void command(
            StringBuilder out,
            String level,
            String folder,
            Finding.@Nullable Place place,
            String title,
            String message) {
        out.append("::").append(level).append(' ');
        if (place != null) {
            String file = folder.isEmpty() ? place.file() : folder + "/" + place.file();
            out.append("file=").append(property(file));
            out.append(",line=")
                    .append(place.line())
                    .append(",col=")
                    .append(place.column())
                    .append(',');
        }
        out.append("title=").append(property(title));
        out.append("::").append(data(message)).append('\n');
    }

    /** As actions/toolkit escapes the text of a command. */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
