package dev.plumbline.cli;

import dev.plumbline.grading.Report;
import dev.plumbline.report.JsonReport;
import dev.plumbline.report.SourceFiles;
import dev.plumbline.report.TextReport;
import dev.plumbline.workbench.Workbench;

/** The formats of {@code lab check}. */
enum ReportFormat {
    text {
        @Override
        String write(Report report, Workbench bench) {
            return TextReport.write(report, Texts.phrases(), SourceFiles.in(bench.folder()), Texts.look());
        }
    },
    json {
        @Override
        String write(Report report, Workbench bench) {
            return JsonReport.write(report);
        }
    };

    abstract String write(Report report, Workbench bench);
}
