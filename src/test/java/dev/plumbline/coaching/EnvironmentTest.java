package dev.plumbline.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.FakeEvidence;
import dev.plumbline.grading.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {
    private static final String RIGHT =
            """
            provider "aws" {
              region = "us-east-1"
            }
            resource "aws_kinesis_stream" "s" {
              name = "datacenter-stream"
              stream_mode_details {
                stream_mode = "ON_DEMAND"
              }
            }
            """;

    @Test
    void halfAPairOfKeysInTheShellIsTold(@TempDir Path folder) throws IOException {
        assertThat(found(folder, Map.of("AWS_SECRET_ACCESS_KEY", ""))).first().isEqualTo("credentials-missing");
    }

    @Test
    void aShellWithoutAnyKeysIsTheLabsOwn(@TempDir Path folder) throws IOException {
        assertThat(found(folder, Map.of())).doesNotContain("credentials-missing");
    }

    private static List<String> found(Path folder, Map<String, String> environment) throws IOException {
        Files.writeString(folder.resolve("main.tf"), RIGHT);
        return Bench.COACH
                .diagnose(Bench.LAB, new FakeEvidence(Bench.LAB, folder, environment), Bench.report(Verdict.FAILED))
                .stream()
                .map(Diagnosis::mistake)
                .toList();
    }
}
