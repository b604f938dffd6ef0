package dev.plumbline.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cloud.LiveResource;
import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.FakeEvidence;
import dev.plumbline.grading.PlanEvidence;
import dev.plumbline.grading.Verdict;
import dev.plumbline.terraform.Diagnostic;
import dev.plumbline.terraform.PlanDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder with right code, initialised, and what tests of the coach put beside it: states, plans, live streams. */
abstract class StateGround {
    static final String RIGHT =
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

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void rightAndInitialised() throws IOException {
        write("main.tf", RIGHT);
        write(".terraform/providers/here", "");
        write(
                ".terraform.lock.hcl",
                """
                provider "registry.terraform.io/hashicorp/aws" {
                  version = "5.100.0"
                }
                """);
    }

    FakeEvidence evidence() throws IOException {
        return new FakeEvidence(Bench.LAB, folder, Map.of());
    }

    static Diagnosis first(FakeEvidence evidence) {
        List<Diagnosis> found = Bench.COACH.diagnose(Bench.LAB, evidence, Bench.report(Verdict.FAILED));
        assertThat(found).isNotEmpty();
        assertThat(found.get(0).explanation()).doesNotContain("{{");
        return found.get(0);
    }

    /** Makes the edit that a diagnosis offers. */
    void mend(Diagnosis diagnosis) throws IOException {
        assertThat(new FixApplier(folder)
                        .apply(Objects.requireNonNull(diagnosis.fix()))
                        .done())
                .isTrue();
    }

    void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    static Diagnostic error(String summary, String detail) {
        return new Diagnostic("error", summary, detail, null, null, null, null);
    }

    static LiveResource stream(String region, String mode) {
        Map<String, @Nullable Object> attributes = new HashMap<>();
        attributes.put("name", "datacenter-stream");
        attributes.put("stream_mode_details", List.of(Map.of("stream_mode", mode)));
        return new LiveResource(
                "aws_kinesis_stream",
                "datacenter-stream",
                region,
                "123456789012",
                "ACTIVE",
                Instant.now().plusSeconds(60),
                attributes);
    }

    static PlanEvidence plan(PlanDocument.ResourceChange... changes) {
        return new PlanEvidence.Planned(
                changes.length == 0 ? 0 : 2,
                new PlanDocument(List.of(changes), false, refreshed(changes), List.of()),
                List.of());
    }

    static List<PlanDocument.Resource> refreshed(PlanDocument.ResourceChange... changes) {
        return List.of(changes).stream()
                .map(c -> new PlanDocument.Resource(c.address(), "managed", c.type(), c.before()))
                .toList();
    }

    static PlanDocument.ResourceChange change(
            String label, List<String> actions, Map<String, Object> before, Map<String, Object> after) {
        return new PlanDocument.ResourceChange(
                "aws_kinesis_stream." + label,
                "managed",
                "aws_kinesis_stream",
                label,
                actions,
                new HashMap<>(before),
                new HashMap<>(after),
                false,
                null,
                "");
    }

    static String state(String label, String region, boolean tainted) {
        return """
                {
                  "version": 4, "terraform_version": "1.11.4", "serial": 2, "lineage": "life", "outputs": {},
                  "resources": [{
                    "mode": "managed", "type": "aws_kinesis_stream", "name": "LABEL",
                    "provider": "provider[\\"registry.terraform.io/hashicorp/aws\\"]",
                    "instances": [{ STATUS
                      "attributes": {
                        "arn": "arn:aws:kinesis:REGION:123456789012:stream/datacenter-stream",
                        "enforce_consumer_deletion": false,
                        "name": "datacenter-stream",
                        "stream_mode_details": [{"stream_mode": "ON_DEMAND"}]
                      },
                      "private": "e30=",
                      "schema_version": 1
                    }]
                  }]
                }
                """
                .replace("LABEL", label)
                .replace("REGION", region)
                .replace("STATUS", tainted ? "\"status\": \"tainted\"," : "");
    }

    static String emptyState(String lineage, int serial) {
        return "{\"version\": 4, \"terraform_version\": \"1.11.4\", \"serial\": " + serial + ", \"lineage\": \""
                + lineage + "\", \"outputs\": {}, \"resources\": []}";
    }
}
