package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.cloud.DirectCall;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.RequirementResult;
import dev.plumbline.grading.Status;
import dev.plumbline.grading.Verdict;
import dev.plumbline.lab.Drill;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCatalogue;
import dev.plumbline.terraform.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every drill with real Terraform: its goal is not met when it begins, and met after the repair that its hints lead to. */
@Execution(ExecutionMode.CONCURRENT)
class DrillGoalsIT {
    private static final Lab LAB = new LabCatalogue(Path.of("")).load("kinesis-stream");
    private static final Map<String, ReentrantLock> TURNS = new ConcurrentHashMap<>();
    private static final String APPLY = "terraform apply -auto-approve";
    private static final String IMPORT = "terraform import aws_kinesis_stream.datacenter_stream datacenter-stream";
    private static final String MAIN =
            """
            provider "aws" {
              region = "us-east-1"
            }

            resource "aws_kinesis_stream" "datacenter_stream" {
              name = "datacenter-stream"

              stream_mode_details {
                stream_mode = "ON_DEMAND"
              }
            }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Workbench own;

    @BeforeAll
    static void aFinishedExercise() throws Exception {
        assumeTrue(
                List.of(System.getenv("PATH").split(":")).stream()
                        .anyMatch(entry -> Files.isExecutable(Path.of(entry, "terraform"))),
                "no terraform");
        Files.writeString(folder.resolve("main.tf"), MAIN);
        own = Workbench.open(LAB, folder, new AwsChoice.Embedded(), System.getenv(), line -> {});
        run(own, "terraform init -no-color && " + APPLY);
        assertThat(judged(own).verdict()).isEqualTo(Verdict.PASSED);
    }

    @AfterAll
    static void close() {
        if (own != null) {
            own.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "stream-deleted,    " + APPLY,
        "mode-changed,      " + APPLY,
        "retention-changed, " + APPLY,
        "tag-drift,         sed -i 's/^  name .*/&\\n  tags = { inventory = \"4711\" }/' main.tf",
        "state-lost,        " + IMPORT,
        "name-taken,        " + IMPORT + " && " + APPLY,
    })
    void theGoalIsMetAfterTheRepairAndNotBefore(String name, String repair) throws Exception {
        DrillGround ground = alone(name);
        try (Workbench copy = ground.make(own, line -> {})) {
            assertThat(judged(copy).verdict()).as("at the beginning").isEqualTo(Verdict.FAILED);
            run(copy, repair);
            assertThat(open(judged(copy))).isEmpty();
        } finally {
            leave(ground, true);
        }
        assertThat(judged(own).verdict()).as("their own work").isEqualTo(Verdict.PASSED);
    }

    @Test
    void toWriteWhatNobodyAskedForIntoTheFileIsNoRepair() throws Exception {
        DrillGround ground = alone("retention-changed");
        try (Workbench copy = ground.make(own, line -> {})) {
            run(copy, "sed -i 's/^  name .*/&\\n  retention_period = 72/' main.tf");
            assertThat(open(judged(copy))).containsExactly("usual-retention");
        } finally {
            leave(ground, false);
        }
    }

    @Test
    void anotherStreamOfTheNameIsNotTheOneThatWasThere() throws Exception {
        DrillGround ground = alone("state-lost");
        try (Workbench copy = ground.make(own, line -> {})) {
            var endpoint = copy.sandbox().orElseThrow().endpoint();
            Map<String, Object> stream = Map.of("StreamName", "datacenter-stream");
            assertThat(DirectCall.make(endpoint, "kinesis", "DeleteStream", "us-east-1", stream))
                    .isEmpty();
            run(copy, APPLY);
            assertThat(open(judged(copy))).containsExactly("same-stream");
        } finally {
            leave(ground, false);
        }
    }

    @Test
    void theStrayStreamHasToGoToo() throws Exception {
        DrillGround ground = alone("wrong-region");
        try (Workbench copy = ground.make(own, line -> {})) {
            assertThat(open(judged(copy))).contains("region", "no-stray");
            run(copy, "terraform state rm aws_kinesis_stream.datacenter_stream && " + IMPORT);
            assertThat(open(judged(copy))).as("after half of the repair").containsExactly("no-stray");
            assertThat(DirectCall.make(
                            copy.sandbox().orElseThrow().endpoint(),
                            "kinesis",
                            "DeleteStream",
                            "sa-east-1",
                            Map.of("StreamName", "datacenter-stream")))
                    .isEmpty();
            assertThat(open(judged(copy))).isEmpty();
        } finally {
            leave(ground, true);
        }
    }

    @Test
    void everyDrillIsPlayedHere() {
        assertThat(LAB.drills())
                .extracting(Drill::id)
                .containsExactlyInAnyOrder(
                        "stream-deleted",
                        "mode-changed",
                        "retention-changed",
                        "tag-drift",
                        "state-lost",
                        "name-taken",
                        "wrong-region");
    }

    /** A drill has one folder: two tests of the same one take turns. */
    private static DrillGround alone(String name) {
        TURNS.computeIfAbsent(name, drill -> new ReentrantLock()).lock();
        return new DrillGround(folder, LAB, drill(name));
    }

    private static void leave(DrillGround ground, boolean repaired) throws IOException {
        ground.leave(repaired);
        Objects.requireNonNull(TURNS.get(String.valueOf(ground.folder().getFileName())))
                .unlock();
    }

    private static Drill drill(String id) {
        return LAB.drills().stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow();
    }

    private static Report judged(Workbench bench) {
        return bench.check(new Cancellation(), (evidence, report) -> report);
    }

    private static List<String> open(Report report) {
        return report.requirements().stream()
                .filter(result -> result.status() != Status.MET)
                .map(RequirementResult::id)
                .toList();
    }

    private static void run(Workbench bench, String line) throws IOException, InterruptedException {
        Path log = Files.createTempFile("drill-", ".log");
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", line)
                .directory(bench.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(bench.learnerEnvironment());
        Process process = builder.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as(line).isTrue();
        assertThat(process.exitValue()).as(line + "\n" + Files.readString(log)).isZero();
        Files.delete(log);
    }
}
