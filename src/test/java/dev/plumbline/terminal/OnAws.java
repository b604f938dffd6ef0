package dev.plumbline.terminal;

import dev.plumbline.cloud.Backend;
import dev.plumbline.grading.Report;
import dev.plumbline.lab.Lab;
import dev.plumbline.terraform.Cancellation;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The sample lab on an AWS. */
record OnAws(SampleLab sample, Backend aws) implements LabRun {
    @Override
    public Lab lab() {
        return sample.lab();
    }

    @Override
    public Exercise exercise() {
        return sample.exercise();
    }

    @Override
    public Path workspace() {
        return sample.workspace();
    }

    @Override
    public Optional<Backend> backend() {
        return Optional.of(aws);
    }

    @Override
    public Map<String, String> environment() {
        return sample.environment();
    }

    @Override
    public Notices notices() {
        return sample.notices();
    }

    @Override
    public Report check(Landed landed, Cancellation cancellation) {
        return sample.check(landed, cancellation);
    }
}
