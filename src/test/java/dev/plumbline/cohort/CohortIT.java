package dev.plumbline.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cli.LabWords;
import dev.plumbline.cohort.intake.Archives;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program itself, with real Terraform, on a small course: honest, wrong, broken, hostile, and nothing at all. */
@Timeout(300)
class CohortIT {
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

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Path marker;
    private final Map<String, String> expected = new TreeMap<>();
    private final List<String> sources = new ArrayList<>();

    CohortIT(@TempDir Path folder) {
        this.folder = folder;
        this.marker = folder.resolve("ran");
    }

    @Test
    void aCourseIsInterruptedResumedAndGraded() throws Exception {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(on -> Files.isExecutable(Path.of(on, "terraform"))),
                "terraform is not on the PATH");
        course();
        Path out = folder.resolve("out");
        Process first = start(out, List.of());
        List<String> said = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(first.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.startsWith("1 of ")) {
                    new ProcessBuilder("kill", "-INT", Long.toString(first.pid()))
                            .start()
                            .waitFor();
                }
            }
        }
        assertThat(first.waitFor()).as(String.join("\n", said)).isEqualTo(130);
        assertThat(String.join("\n", said)).contains("Interrupted.", "--resume");
        long kept = JSON.readTree(out.resolve("cohort.json").toFile())
                .path("submissions")
                .size();
        assertThat(kept).isBetween(1L, expected.size() - 1L);

        Process refused = start(out, List.of());
        assertThat(new String(refused.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("--resume");
        assertThat(refused.waitFor()).isEqualTo(2);

        Process again = start(out, List.of("--resume", "--format", "json,junit"));
        JsonNode cohort = JSON.readTree(again.getInputStream().readAllBytes());
        assertThat(again.waitFor()).isEqualTo(4);
        Map<String, String> verdicts = new TreeMap<>();
        cohort.path("submissions")
                .forEach(one -> verdicts.put(
                        one.path("id").asText(), one.path("verdict").asText()));
        assertThat(verdicts).isEqualTo(expected);
        assertThat(Files.exists(marker)).as("no submission's command was run").isFalse();
        hostileOnesSayWhyAndWhere(out);
        neighboursMakeNoDifference(out);
    }

    private void course() throws IOException {
        add("alice", "passed", RIGHT);
        sources.add(Archives.zip(folder.resolve("alice-zipped.zip"), Map.of("alice/main.tf", RIGHT))
                .toString());
        expected.put("alice-zipped", "passed");
        add("mode", "failed", RIGHT.replace("ON_DEMAND", "PROVISIONED").replace("  name", "  shard_count = 1\n  name"));
        add("syntax", "failed", RIGHT.replace("  }\n}", "}"));
        add("runs-a-command", "could-not-grade", RIGHT.replace("  name", command() + "  name"));
        add(
                "runs-and-is-wrong",
                "failed",
                RIGHT.replace("  name", command() + "  name").replace("us-east-1", "us-west-2"));
        add("reads-a-file", "could-not-grade", RIGHT + "output \"o\" {\n  value = file(\"/etc/passwd\")\n}\n");
        Path forged = add("forged", "failed", "# nothing\n");
        Files.writeString(forged.resolve("terraform.tfstate"), "{\"version\":4,\"serial\":1,\"resources\":[]}");
        sources.add(Files.createDirectory(folder.resolve("empty")).toString());
        expected.put("empty", "not-gradable");
    }

    private String command() {
        return "  provisioner \"local-exec\" {\n    command = \"touch '" + marker + "'\"\n  }\n";
    }

    private Path add(String id, String verdict, String code) throws IOException {
        Path submission = Files.createDirectory(folder.resolve(id));
        Files.writeString(submission.resolve("main.tf"), code);
        sources.add(submission.toString());
        expected.put(id, verdict);
        return submission;
    }

    private Process start(Path out, List<String> more) throws IOException {
        List<String> words = new ArrayList<>(List.of("grade", "kinesis-stream", "--out", out.toString()));
        words.addAll(more);
        words.addAll(sources);
        return new ProcessBuilder(LabWords.of(words)).start();
    }

    private static JsonNode report(Path out, String id) throws IOException {
        return JSON.readTree(
                out.resolve("submissions").resolve(id).resolve("report.json").toFile());
    }

    private static void hostileOnesSayWhyAndWhere(Path out) throws IOException {
        assertThat(report(out, "runs-a-command").path("trouble").asText())
                .startsWith("main.tf:5: a local-exec provisioner would run a command")
                .contains("look at it by hand");
        assertThat(report(out, "runs-a-command").path("score").isNull()).isTrue();
        assertThat(report(out, "runs-and-is-wrong").path("remarks").toString()).contains("a local-exec provisioner");
        assertThat(out.resolve("submissions/mode/report.junit.xml")).isRegularFile();
    }

    /** The same work, handed in twice, among neighbours of every kind. */
    private static void neighboursMakeNoDifference(Path out) throws IOException {
        assertThat(judgement(report(out, "alice-zipped"))).isEqualTo(judgement(report(out, "alice")));
        assertThat(report(out, "alice-zipped").at("/submission/sha256"))
                .isEqualTo(report(out, "alice").at("/submission/sha256"));
    }

    private static JsonNode judgement(JsonNode report) {
        ObjectNode rest = report.deepCopy();
        rest.remove(List.of("timings", "submission"));
        return rest;
    }
}
