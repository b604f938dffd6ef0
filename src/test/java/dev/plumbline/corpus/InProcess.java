package dev.plumbline.corpus;

import dev.plumbline.coaching.Coach;
import dev.plumbline.coaching.FixApplier;
import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.Report;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCatalogue;
import dev.plumbline.report.JsonReport;
import dev.plumbline.sandbox.SandboxLink;
import dev.plumbline.terraform.Cancellation;
import dev.plumbline.workbench.AwsChoice;
import dev.plumbline.workbench.Workbench;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The parts of the program in this process: the same judgement and the same fixes as {@code lab check} and {@code lab fix},
 * with the real Terraform, without a JVM and a provider to start for every case.
 */
final class InProcess implements GraderUnderTest, AutoCloseable {
    private final Lab lab;
    private final Coach coach;
    private final BlockingQueue<Relay> lanes;

    /**
     * @param home the installation: labs, graders, content
     * @param atOnce how many may be graded at the same time
     */
    InProcess(Path home, int atOnce) throws IOException {
        this.lab = new LabCatalogue(home).load("kinesis-stream");
        this.coach = Coach.of(home);
        this.lanes = new ArrayBlockingQueue<>(atOnce);
        for (int i = 0; i < atOnce; i++) {
            lanes.add(new Relay());
        }
    }

    @Override
    public LabReport check(CorpusCase work, Prepared prepared, Path logs) throws IOException, InterruptedException {
        Report report = judged(work, prepared);
        String json = JsonReport.write(report);
        Files.writeString(logs.resolve("report.json"), json);
        return LabReport.parse(report.verdict().exitCode(), json);
    }

    @Override
    public void fix(CorpusCase work, Prepared prepared, Path logs) throws IOException, InterruptedException {
        Optional<Diagnosis.Fix> fix = judged(work, prepared).diagnoses().stream()
                .filter(d -> !d.remark() && d.fix() != null)
                .map(Diagnosis::fix)
                .findFirst();
        if (fix.isPresent()) {
            new FixApplier(prepared.workspace()).apply(fix.get());
        }
    }

    private Report judged(CorpusCase work, Prepared prepared) throws IOException, InterruptedException {
        if (!work.server().embeddedWhenGraded()) {
            try (AwsUnderTest aws = AwsUnderTest.notEmbedded(work.server())) {
                return judged(work, prepared, URI.create(aws.url()));
            }
        }
        Relay lane = lanes.take();
        try (SandboxLink own = SandboxLink.open(prepared.workspace().resolve(".plumbline"))) {
            lane.to(own.endpoint());
            return judged(work, prepared, lane.address());
        } finally {
            lanes.add(lane);
        }
    }

    private Report judged(CorpusCase work, Prepared prepared, URI endpoint) {
        try (Workbench bench = Workbench.open(
                lab,
                prepared.workspace(),
                new AwsChoice.At(endpoint),
                LearnerShell.environment(work.environment(), null),
                line -> {})) {
            return bench.check(
                    new Cancellation(),
                    (evidence, report) -> report.withDiagnoses(coach.diagnose(evidence.lab(), evidence, report)));
        }
    }

    @Override
    public void close() {
        lanes.forEach(Relay::close);
    }
}
