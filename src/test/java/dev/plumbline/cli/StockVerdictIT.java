package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.engine.EngineOptions;
import dev.plumbline.engine.WarmEngine;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same check by the program itself, warm and where the provider speaks a protocol that the engine does not know. */
@Timeout(240)
class StockVerdictIT {
    private static final String WORK =
            """
            provider "aws" {
              region = "us-west-2"
            }
            resource "aws_kinesis_stream" "s" {
              name        = "datacenter-stream"
              stream_mode = "ON_DEMAND"
            }
            """;

    private final Path folder;

    StockVerdictIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void nothingLingers() {
        for (String name : List.of("warm", "stock")) {
            WarmEngine.stopLingering(
                    EngineOptions.defaults().withCacheDir(cache(name).resolve("plumbline")));
        }
    }

    private Path cache(String name) {
        return folder.resolve("cache-" + name);
    }

    private record Checked(JsonNode report, String said) {}

    @Test
    void anUnknownProtocolIsSaidOnceAndTheVerdictIsTheSame() throws Exception {
        Optional<Path> terraform = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(on -> Path.of(on, "terraform"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(terraform.isPresent(), "terraform is not on the PATH");

        Checked warm = check("warm", terraform.orElseThrow());
        Checked stock = check("stock", withProviderOfTheFuture(terraform.orElseThrow()));

        assertThat(warm.said()).doesNotContain("stock");
        assertThat(stock.said().lines().filter(line -> line.contains("stock")))
                .singleElement()
                .asString()
                .contains("Using stock Terraform runs, which take longer", "plugin protocol 7");
        assertThat(judgement(stock.report())).isEqualTo(judgement(warm.report()));
        assertThat(stock.report().path("verdict").asText()).isEqualTo("failed");
        assertThat(stock.report().path("diagnoses").toString()).contains("top-level-stream-mode");
    }

    /** All but the times and the provider's version, which only an attached provider tells before anything is planned. */
    private static JsonNode judgement(JsonNode report) {
        ObjectNode rest = report.deepCopy();
        rest.remove("timings");
        ((ObjectNode) rest.path("tools")).remove("provider");
        return rest;
    }

    private Checked check(String name, Path terraform) throws IOException, InterruptedException {
        Path workspace = Files.createDirectories(folder.resolve("ws"));
        Files.writeString(workspace.resolve("main.tf"), WORK);
        Path report = folder.resolve(name + ".json");
        Path said = folder.resolve(name + ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                LabWords.of(List.of("check", "kinesis-stream", "--dir", workspace.toString(), "--format", "json")));
        builder.environment().put("PLUMBLINE_TERRAFORM", terraform.toString());
        builder.environment().put("XDG_CACHE_HOME", cache(name).toString());
        builder.environment().remove("PLUMBLINE_ENGINE");
        int exit = builder.redirectOutput(report.toFile())
                .redirectError(said.toFile())
                .start()
                .waitFor();
        assertThat(exit).as(Files.readString(said)).isEqualTo(1);
        return new Checked(new ObjectMapper().readTree(report.toFile()), Files.readString(said));
    }

    /** Terraform as it is, except that the engine's own look-up finds a provider that speaks protocol 7. */
    private Path withProviderOfTheFuture(Path terraform) throws IOException {
        Path program = folder.resolve("terraform");
        Files.writeString(
                program,
                """
                #!/bin/sh
                case $PWD in
                */plumbline/providers/*)
                  folder=.terraform/providers/registry.terraform.io/hashicorp/aws/99.0.0/any
                  mkdir -p $folder
                  printf '#!/bin/sh\\necho "1|7|unix|/tmp/x|grpc|"\\nexec sleep 60\\n' >$folder/terraform-provider-aws_v99
                  chmod +x $folder/terraform-provider-aws_v99
                  exit 0 ;;
                esac
                exec '%s' "$@"
                """
                        .formatted(terraform));
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
}
