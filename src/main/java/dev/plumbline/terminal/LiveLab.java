package dev.plumbline.terminal;

import dev.plumbline.cloud.Backend;
import dev.plumbline.coaching.Coach;
import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.Layer;
import dev.plumbline.grading.Report;
import dev.plumbline.lab.Lab;
import dev.plumbline.terraform.Cancellation;
import dev.plumbline.workbench.CloudChanges;
import dev.plumbline.workbench.Home;
import dev.plumbline.workbench.Workbench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A lab on a workbench, as a session sees it. */
public final class LiveLab implements LabRun {
    private final Workbench bench;
    private final Exercise exercise;
    private final Notices notices;
    private final Coach coach = Coach.of(Home.folder());

    /**
     * On that workbench.
     *
     * @param exercise what is done there
     * @param notices those of the workbench
     */
    public LiveLab(Workbench bench, Exercise exercise, Notices notices) {
        this.bench = bench;
        this.notices = notices;
        this.exercise = exercise;
    }

    @Override
    public Lab lab() {
        return bench.lab();
    }

    @Override
    public Exercise exercise() {
        return exercise;
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
    public Optional<CloudChanges> cloudChanges() {
        return bench.cloudChanges();
    }

    @Override
    public Map<String, String> environment() {
        return bench.learnerEnvironment();
    }

    @Override
    public Notices notices() {
        return notices;
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
