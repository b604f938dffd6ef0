package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.cohort.bundle.Bundles;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of one piece of work: done with the real tools, handed in, judged again, and forged part by part. */
class HandInIT {
    private static final String WORK =
            """
            provider "aws" {
              region     = "us-east-1"
              access_key = "AKIAIOSFODNN7EXAMPLE"
              secret_key = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
            }
            resource "aws_kinesis_stream" "s" {
              name = "datacenter-stream"
              stream_mode_details {
                stream_mode = "ON_DEMAND"
              }
            }
            """;

    private final Path folder;

    HandInIT(@TempDir Path folder) {
        this.folder = folder;
    }

    private record Ended(int code, String out, String said) {}

    @Test
    void workIsHandedInAndEveryForgeryIsNamed() throws Exception {
        Path work = Files.createDirectories(folder.resolve("work"));
        Files.writeString(work.resolve("main.tf"), WORK);
        Files.writeString(work.resolve("diary.txt"), "mine alone");
        Ended applied = lab(
                "shell",
                "kinesis-stream",
                "--dir",
                work.toString(),
                "--",
                "sh",
                "-c",
                "terraform init -input=false && terraform apply -auto-approve -input=false");
        assertThat(applied.code()).as(applied.out() + applied.said()).isZero();

        Path bundle = folder.resolve("ada.zip");
        Ended submitted = lab("submit", "kinesis-stream", "--dir", work.toString(), "--output", bundle.toString());
        assertThat(submitted.code()).as(submitted.said()).isZero();
        assertThat(submitted.out())
                .contains(
                        "passed  5 of 5 points",
                        bundle.toString(),
                        "secret_key  work/main.tf:4",
                        "diary.txt: the code");
        Map<String, byte[]> files = Bundles.unzip(Files.readAllBytes(bundle));
        assertThat(files).containsKeys("work/main.tf", "work/terraform.tfstate", "evidence/plan.json", "report.json");
        files.forEach((name, bytes) -> assertThat(new String(bytes, StandardCharsets.UTF_8))
                .as(name)
                .doesNotContain("wJalrXUtnFEMI", "AKIAIOSFODNN7EXAMPLE", "mine alone"));
        assertThat(work.resolve("main.tf")).hasContent(WORK);

        List<String> words = new ArrayList<>(List.of("replay", "--format", "json", bundle.toString()));
        List<String> parts = files.keySet().stream()
                .filter(name -> !name.equals("manifest.json"))
                .toList();
        for (String part : parts) {
            Map<String, byte[]> forged = new java.util.LinkedHashMap<>(files);
            String text = new String(files.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
            forged.put(part, (text + "\n").getBytes(StandardCharsets.UTF_8));
            Path file = folder.resolve(words.size() + ".zip");
            words.add(Bundles.zip(file, forged).toString());
        }
        Ended replayed = lab(words.toArray(String[]::new));
        JsonNode bundles = new ObjectMapper().readTree(replayed.out()).path("bundles");
        JsonNode honest = bundles.path(0);
        assertThat(honest.path("holds").asBoolean()).as(honest.toString()).isTrue();
        assertThat(honest.path("report").path("verdict").asText()).isEqualTo("passed");
        for (int i = 0; i < parts.size(); i++) {
            JsonNode forged = bundles.path(i + 1);
            assertThat(forged.path("holds").asBoolean()).as(parts.get(i)).isFalse();
            assertThat(forged.path("alterations").findValuesAsText("part")).contains(parts.get(i));
        }
        assertThat(replayed.code()).isEqualTo(1);
    }

    @Test
    void workThatCannotBeJudgedCanBeHandedInToo() throws Exception {
        Path work = Files.createDirectories(folder.resolve("odd"));
        Files.createDirectories(work.resolve("main.tf"));
        Path bundle = folder.resolve("odd.zip");
        Ended submitted = lab("submit", "kinesis-stream", "--dir", work.toString(), "--output", bundle.toString());
        assertThat(submitted.code()).as(submitted.said()).isZero();
        assertThat(submitted.out()).contains("nothing to judge", "main.tf is a folder");
        Ended replayed = lab("replay", bundle.toString());
        assertThat(replayed.out()).contains("The same as it claims: verdict not-gradable");
        assertThat(replayed.code()).isEqualTo(3);

        Files.delete(work.resolve("main.tf"));
        Files.writeString(work.resolve("main.tf"), WORK);
        Ended unjudged = lab(
                Map.of("PLUMBLINE_TERRAFORM", folder.resolve("none").toString()),
                "submit",
                "kinesis-stream",
                "--dir",
                work.toString(),
                "--output",
                bundle.toString());
        assertThat(unjudged.code()).as(unjudged.said()).isZero();
        assertThat(unjudged.out()).contains("could not be judged", "no fault of your work", "main.tf");
        assertThat(lab("replay", bundle.toString()).code()).isEqualTo(4);
        assertThat(Bundles.unzip(Files.readAllBytes(bundle))).containsKey("work/main.tf");
    }

    private Ended lab(String... words) throws IOException, InterruptedException {
        return lab(Map.of(), words);
    }

    private Ended lab(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path said = Files.createTempFile(folder, "said", ".txt");
        ProcessBuilder program = new ProcessBuilder(LabWords.of(List.of(words)))
                .redirectInput(new File("/dev/null"))
                .redirectOutput(out.toFile())
                .redirectError(said.toFile());
        program.environment().putAll(environment);
        int code = program.start().waitFor();
        return new Ended(code, Files.readString(out), Files.readString(said));
    }
}
