package dev.plumbline.cli;

import dev.plumbline.coaching.Coach;
import dev.plumbline.grading.Report;
import dev.plumbline.terraform.Cancellation;
import dev.plumbline.workbench.Home;
import dev.plumbline.workbench.Workbench;

/** One judgement of a folder, coached. */
final class Assessment {
    private Assessment() {}

    static Report of(Workbench bench) {
        return bench.check(
                new Cancellation(),
                (evidence, report) ->
                        report.withDiagnoses(Coach.of(Home.folder()).diagnose(evidence.lab(), evidence, report)));
    }
}
