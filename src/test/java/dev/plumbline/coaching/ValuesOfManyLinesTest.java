package dev.plumbline.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.FakeEvidence;
import dev.plumbline.grading.Verdict;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A map in a fix is laid out as fmt would lay it out, and in a sentence it stands on one line. */
class ValuesOfManyLinesTest {
    private static final Lab LAB = new LabCatalogue(Bench.HOME).load("kinesis-drift");

    @TempDir
    Path folder = Path.of("");

    @Test
    void theTagsOfTheStart() throws IOException {
        Files.writeString(
                folder.resolve("main.tf"),
                """
                provider "aws" {
                  region = "us-east-1"
                }

                resource "aws_kinesis_stream" "s" {
                  name = "sensor-stream"

                  stream_mode_details {
                    stream_mode = "ON_DEMAND"
                  }

                  tags = { Owner = "nobody" }
                }
                """);

        Diagnosis found = Bench.COACH
                .diagnoseSource(LAB, new FakeEvidence(LAB, folder, Map.of()), Bench.report(Verdict.FAILED))
                .get(0);
        new FixApplier(folder).apply(Objects.requireNonNull(found.fix()));

        assertThat(found.explanation())
                .contains("tags is { Owner = \"nobody\" } here")
                .contains("{ Environment = \"training\", Owner = \"sensor-team\" }");
        assertThat(folder.resolve("main.tf"))
                .content()
                .contains(
                        """
                          tags = {
                            Owner       = "sensor-team"
                            Environment = "training"
                          }
                        }
                        """);
    }
}
