package dev.plumbline.cli;

import dev.plumbline.grading.Report;
import dev.plumbline.report.GithubReport;
import dev.plumbline.report.GradescopeReport;
import dev.plumbline.report.JsonReport;
import dev.plumbline.report.JunitReport;
import dev.plumbline.report.PrairieLearnReport;
import dev.plumbline.report.SourceFiles;
import dev.plumbline.report.TapReport;
import dev.plumbline.report.TextReport;
import dev.plumbline.text.Look;
import java.nio.file.Path;

/** The formats of a report. Each is a pure function of it; text adds excerpts of the folder's files. */
enum ReportFormat {
    text,
    json,
    junit,
    tap,
    gradescope,
    prairielearn,
    github;

    /**
     * Writes it.
     *
     * @param folder the learner's folder
     * @param look what the text may use
     * @param again how this program is called again on that folder
     */
    String write(Report report, Path folder, Look look, Invocation again) {
        return switch (this) {
            case text -> TextReport.write(report, Texts.phrases(), SourceFiles.in(folder), look, again::complete);
            case json -> JsonReport.write(report);
            case junit -> JunitReport.write(report);
            case tap -> TapReport.write(report);
            case gradescope -> GradescopeReport.write(report);
            case prairielearn -> PrairieLearnReport.write(report);
            case github -> GithubReport.write(report, fromHere(folder));
        };
    }

    private static String fromHere(Path folder) {
        Path here = Path.of("").toAbsolutePath();
        Path there = folder.toAbsolutePath().normalize();
        return there.startsWith(here) ? here.relativize(there).toString().replace('\\', '/') : "";
    }
}
