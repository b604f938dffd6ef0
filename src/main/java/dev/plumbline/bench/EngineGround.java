package dev.plumbline.bench;

import dev.plumbline.cloud.Backend;
import dev.plumbline.cloud.DirectCall;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import dev.plumbline.terraform.TerraformCommand;
import dev.plumbline.workspace.ScratchFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The exercise in three states, each in a folder and region of its own, in front of an embedded AWS: nothing applied,
 * applied, and changed behind Terraform's back. The state comes from a real import, which spares the 20 s that the
 * provider sleeps in an apply.
 */
final class EngineGround implements AutoCloseable {
    /** A plan of this needs no provider: what Terraform itself costs. */
    private static final String BUILT_IN = "resource \"terraform_data\" \"floor\" {}\n";

    private static final String EXERCISE =
            """
            provider "aws" {
              region = "%s"
            }

            resource "aws_kinesis_stream" "datacenter_stream" {
              name = "datacenter-stream"

              stream_mode_details {
                stream_mode = "ON_DEMAND"
              }
            }
            """;

    private final Path root;
    private final Sandbox sandbox;

    EngineGround() throws IOException {
        root = ScratchFolder.create("bench");
        sandbox = Sandbox.start(SandboxOptions.inMemory().withTransition(Duration.ZERO));
    }

    Path root() {
        return root;
    }

    URI endpoint() {
        return sandbox.endpoint();
    }

    Map<String, String> aws() {
        return new Backend.Embedded(endpoint()).environment();
    }

    Path floor() throws IOException {
        Path folder = Files.createDirectories(root.resolve("floor"));
        Files.writeString(folder.resolve("main.tf"), BUILT_IN);
        return folder;
    }

    Path nothingApplied(TwoWays ways) throws IOException, InterruptedException {
        return exercise("nothing", "eu-west-1", ways);
    }

    Path applied(TwoWays ways) throws IOException, InterruptedException {
        return withStream("applied", "us-east-1", ways);
    }

    Path drifted(TwoWays ways) throws IOException, InterruptedException {
        Path folder = withStream("drifted", "us-west-2", ways);
        call("IncreaseStreamRetentionPeriod", "us-west-2", Map.of("RetentionPeriodHours", 48));
        return folder;
    }

    private Path withStream(String name, String region, TwoWays ways) throws IOException, InterruptedException {
        Path folder = exercise(name, region, ways);
        call("CreateStream", region, Map.of("StreamModeDetails", Map.of("StreamMode", "ON_DEMAND")));
        ways.warm(folder, List.of("import", "-no-color", "aws_kinesis_stream.datacenter_stream", "datacenter-stream"));
        return folder;
    }

    private Path exercise(String name, String region, TwoWays ways) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(root.resolve(name));
        Files.writeString(folder.resolve("main.tf"), EXERCISE.formatted(region));
        ways.stock(folder, TerraformCommand.init());
        return folder;
    }

    private void call(String operation, String region, Map<String, Object> parameters) throws IOException {
        Map<String, Object> all = new java.util.HashMap<>(parameters);
        all.put("StreamName", "datacenter-stream");
        Optional<String> refused = DirectCall.make(endpoint(), "kinesis", operation, region, all);
        if (refused.isPresent()) {
            throw new IOException(operation + ": " + refused.get());
        }
    }

    @Override
    public void close() throws IOException {
        sandbox.close();
        ScratchFolder.delete(root);
    }
}
