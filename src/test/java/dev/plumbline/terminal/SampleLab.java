package dev.plumbline.terminal;

import dev.plumbline.cloud.Backend;
import dev.plumbline.grading.Layer;
import dev.plumbline.grading.Report;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCatalogue;
import dev.plumbline.terraform.Cancellation;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The first lab on a folder, judged as it is told.
 *
 * @param report what every look finds
 */
record SampleLab(Path workspace, Exercise exercise, Report report) implements LabRun {
    private static final Lab LAB = new LabCatalogue(Path.of("")).load("kinesis-stream");

    @Override
    public Lab lab() {
        return exercise instanceof Exercise.Repair repair ? LAB.inDrill(repair.drill()) : LAB;
    }

    @Override
    public Optional<Backend> backend() {
        return Optional.empty();
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
    }

    @Override
    public Notices notices() {
        return new Notices(words -> {});
    }

    @Override
    public Report check(Landed landed, Cancellation cancellation) {
        landed.tell(Layer.SOURCE, report);
        landed.tell(Layer.PLAN, report);
        return report;
    }
}
