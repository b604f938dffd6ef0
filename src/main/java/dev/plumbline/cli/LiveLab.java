package dev.plumbline.cli;

import dev.plumbline.cloud.Backend;
import dev.plumbline.coaching.Coach;
import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.Layer;
import dev.plumbline.grading.Report;
import dev.plumbline.lab.Lab;
import dev.plumbline.terminal.LabRun;
import dev.plumbline.terraform.Cancellation;
import dev.plumbline.workbench.Home;
import dev.plumbline.workbench.Workbench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A lab on a workbench, as a session sees it. */
final class LiveLab implements LabRun {
    private final Workbench bench;
    private final Coach coach = Coach.of(Home.folder());

    LiveLab(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public Lab lab() {
        return bench.lab();
    }

    @Override
    public Path workspace() {
        return bench.folder();
    }

    @Override
    public Optional<Backend> backend() {
        return Optional.of(bench.backend());
    }

    @Override
    public Map<String, String> environment() {
        return bench.learnerEnvironment();
    }

    @Override
    public Report check(Landed landed, Cancellation cancellation) {
        List<Diagnosis> inTheFile = new ArrayList<>();
        return bench.check(
                cancellation,
                (evidence, report) -> report.withDiagnoses(coach.diagnose(lab(), evidence, report)),
                (layer, evidence, soFar) -> {
                    if (layer == Layer.SOURCE) {
                        inTheFile.addAll(coach.diagnoseSource(lab(), evidence, soFar));
                    }
                    landed.tell(layer, soFar.withDiagnoses(inTheFile));
                });
    }
}
