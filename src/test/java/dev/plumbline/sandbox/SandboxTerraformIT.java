package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.sandbox.control.CallRecord;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real Terraform and its real AWS provider take the endpoint for AWS, from the first plan to destroy. */
class SandboxTerraformIT {
    private static final String BEFORE =
            """
            resource "aws_kinesis_stream" "s" {
              name        = "datacenter-stream"
              shard_count = 2
              tags        = { Team = "one", Kept = "yes" }
            }
            """;
    private static final String AFTER =
            """
            resource "aws_kinesis_stream" "s" {
              name             = "datacenter-stream"
              retention_period = 48
              stream_mode_details {
                stream_mode = "ON_DEMAND"
              }
              tags = { Team = "two", Kept = "yes" }
            }
            """;
    private static final String PROVIDER =
            """
            terraform {
              required_providers {
                aws = {
                  source = "hashicorp/aws"
                }
              }
            }
            provider "aws" {
              region = "us-east-1"
            }
            """;

    private final Path workspace;

    SandboxTerraformIT(@TempDir Path workspace) {
        this.workspace = workspace;
    }

    @Test
    void createsPlansCleanUpdatesAndDestroys() throws IOException, InterruptedException {
        boolean onPath = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "terraform")));
        assumeTrue(onPath, "terraform is not on the PATH");
        try (SandboxLink link = SandboxLink.open(workspace.resolve(".plumbline"))) {
            Api api = new Api(link.endpoint(), "test", "us-east-1");
            Files.writeString(workspace.resolve("main.tf"), PROVIDER + BEFORE);
            assertThat(terraform(link, "init", "-input=false")).isZero();
            assertThat(terraform(link, "apply", "-auto-approve", "-input=false"))
                    .isZero();
            assertThat(terraform(link, "plan", "-detailed-exitcode"))
                    .as("no changes")
                    .isZero();
            Files.writeString(workspace.resolve("main.tf"), PROVIDER + AFTER);
            assertThat(terraform(link, "apply", "-auto-approve", "-input=false"))
                    .isZero();
            assertThat(terraform(link, "plan", "-detailed-exitcode"))
                    .as("no changes")
                    .isZero();
            Api.Reply summary = api.ok("DescribeStreamSummary", "{'StreamName':'datacenter-stream'}");
            assertThat(summary.text("StreamDescriptionSummary", "StreamModeDetails", "StreamMode"))
                    .isEqualTo("ON_DEMAND");
            assertThat(summary.number("StreamDescriptionSummary", "RetentionPeriodHours"))
                    .isEqualTo(48);
            assertThat(api.ok("ListTagsForStream", "{'StreamName':'datacenter-stream'}")
                            .list("Tags"))
                    .contains(Map.of("Key", "Team", "Value", "two"));
            assertThat(terraform(link, "destroy", "-auto-approve", "-input=false"))
                    .isZero();
            assertThat(api.refused("DescribeStreamSummary", "{'StreamName':'datacenter-stream'}")
                            .error())
                    .isEqualTo("ResourceNotFoundException");
            List<CallRecord> calls = link.calls(0).stream()
                    .filter(call -> call.agent().equals("terraform"))
                    .toList();
            assertThat(calls)
                    .extracting(CallRecord::operation)
                    .contains("GetCallerIdentity", "CreateStream", "UpdateStreamMode", "DeleteStream");
            assertThat(calls)
                    .filteredOn(call -> call.error().isPresent())
                    .extracting(call -> call.operation() + " " + call.error().orElseThrow())
                    .containsOnly("DescribeStreamSummary ResourceNotFoundException");
        }
    }

    private int terraform(SandboxLink link, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("terraform");
        builder.command().addAll(List.of(arguments));
        builder.command().add("-no-color");
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("TF_VAR_")
                        || name.startsWith("TF_CLI_ARGS")
                        || name.equals("AWS_CA_BUNDLE")
                        || name.equals("AWS_PROFILE"));
        builder.environment()
                .putAll(Map.of(
                        "AWS_ENDPOINT_URL", link.endpoint().toString(),
                        "AWS_ACCESS_KEY_ID", SandboxCredentials.DEFAULT.accessKey(),
                        "AWS_SECRET_ACCESS_KEY", SandboxCredentials.DEFAULT.secretKey(),
                        "AWS_EC2_METADATA_DISABLED", "true",
                        "CHECKPOINT_DISABLE", "1"));
        Path output = workspace.resolve(arguments[0] + ".txt");
        Process process = builder.directory(workspace.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("terraform " + arguments[0] + " took too long: " + Files.readString(output));
        }
        if (process.exitValue() == 1) {
            throw new AssertionError(Files.readString(output));
        }
        return process.exitValue();
    }
}
