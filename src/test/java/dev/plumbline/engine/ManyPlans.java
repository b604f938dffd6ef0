package dev.plumbline.engine;

import dev.plumbline.cloud.DirectCall;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Plans in a row through one pool, each of another kind: other regions, other names, an applied stream, mistakes that
 * Terraform finds, mistakes that the provider finds. Every answer is known beforehand.
 */
final class ManyPlans implements AutoCloseable {
    private static final String[] REGIONS = {"us-east-1", "eu-west-1", "ap-northeast-1", "us-west-2"};
    private static final String BLOCK = "stream_mode_details {\n    stream_mode = \"ON_DEMAND\"\n  }";

    private final WarmEngine engine;
    private final EngineOptions options;
    private final Path folder;
    private final Sandbox aws = Sandbox.start(SandboxOptions.inMemory().withTransition(Duration.ZERO));
    private final Map<String, String> environment;
    private final List<String> wrong = new ArrayList<>();
    private final List<Usage> usage = new ArrayList<>();
    private final List<Long> millis = new ArrayList<>();

    /** What the engine's processes hold at one moment. */
    record Usage(int providers, long files, long threads, long memory) {}

    ManyPlans(WarmEngine engine, EngineOptions options, Path folder) {
        this.engine = engine;
        this.options = options;
        this.folder = folder;
        this.environment = new TreeMap<>(RealTerraform.with(aws.endpoint().toString()));
        environment.put(WarmEngine.MOVABLE_ENDPOINT, "yes");
    }

    /** Answers that were not the right ones. */
    List<String> wrong() {
        return wrong;
    }

    /** How long each plan took, the lease included. */
    List<Long> millis() {
        return millis;
    }

    /** One look at the engine's processes after every seventh plan. */
    List<Usage> usage() {
        return usage;
    }

    /** An applied stream, with the state that a real import wrote. */
    void prepare() throws IOException, InterruptedException, EngineUnavailable {
        Files.createDirectories(folder);
        for (String region : REGIONS) {
            DirectCall.make(
                    aws.endpoint(),
                    "kinesis",
                    "CreateStream",
                    region,
                    Map.of("StreamName", "applied", "StreamModeDetails", Map.of("StreamMode", "ON_DEMAND")));
            write(region, "aws_kinesis_stream", "applied", BLOCK, null);
            Terraform.Result imported = run("import", "-no-color", "aws_kinesis_stream.s", "applied");
            if (imported.exitCode() != 0) {
                throw new IOException(imported.output());
            }
            Files.move(folder.resolve("terraform.tfstate"), state(region));
        }
    }

    private Path state(String region) {
        return folder.resolve("state-of-" + region);
    }

    void run(int plans) throws IOException, InterruptedException, EngineUnavailable {
        for (int i = 0; i < plans; i++) {
            String region = REGIONS[i % REGIONS.length];
            switch (i % 7) {
                case 0 -> plan(i, region, "aws_kinesis_stream", "name-" + i, BLOCK, false, 2, "will be created");
                case 1 -> plan(i, region, "aws_kinesis_stream", "applied", BLOCK, true, 0, "No changes.");
                case 2 -> plan(i, region, "aws_kinesis_stream", "other-" + i, BLOCK, true, 2, "must be replaced");
                case 3 ->
                    plan(i, region, "aws_kinesis_stream", "n", "stream_mode = \"ON_DEMAND\"", false, 1, "Unsupported");
                case 4 ->
                    plan(
                            i,
                            region,
                            "aws_kinesis_stream",
                            "n",
                            "shard_count = 1\n  " + BLOCK,
                            false,
                            1,
                            "shard_count must not be set");
                case 5 -> plan(i, region + "a", "aws_kinesis_stream", "n", BLOCK, false, 1, "invalid AWS Region");
                default -> plan(i, region, "aws_kinesis_streem", "n", BLOCK, false, 1, "Invalid resource type");
            }
            if (i % 7 == 6) {
                usage.add(look());
            }
        }
    }

    private void plan(
            int number, String region, String type, String name, String body, boolean applied, int exit, String says)
            throws IOException, InterruptedException, EngineUnavailable {
        write(region, type, name, body, applied ? state(region) : null);
        long callsBefore =
                aws.calls(0).stream().mapToLong(call -> call.number()).max().orElse(0);
        long start = System.nanoTime();
        Terraform.Result plan = run("plan", "-no-color", "-input=false", "-lock=false", "-detailed-exitcode");
        millis.add((System.nanoTime() - start) / 1_000_000);
        boolean right = plan.exitCode() == exit && plan.output().contains(says);
        if (exit != 1) {
            right &= exit == 0 || plan.output().contains("\"" + name + "\"");
            right &= aws.calls(callsBefore).stream()
                    .filter(call -> call.service().equals("kinesis"))
                    .allMatch(call -> call.region().equals(region));
        }
        if (!right) {
            wrong.add(
                    "plan " + number + ": code " + plan.exitCode() + " where " + exit + " is right; " + plan.output());
        }
    }

    private Terraform.Result run(String... words) throws IOException, InterruptedException, EngineUnavailable {
        Terraform terraform = new Terraform(folder, environment);
        return engine.run(ProviderNeed.awsFor(folder), environment, Duration.ofMinutes(1), lease -> terraform
                .attachedTo(lease)
                .run(words));
    }

    private void write(String region, String type, String name, String body, @Nullable Path state) throws IOException {
        Files.writeString(
                folder.resolve("main.tf"),
                """
                provider "aws" {
                  region = "%s"
                }

                resource "%s" "s" {
                  name = "%s"
                  %s
                }
                """
                        .formatted(region, type, name, body));
        Path here = folder.resolve("terraform.tfstate");
        Files.deleteIfExists(here);
        if (state != null) {
            Files.copy(state, here);
        }
    }

    private Usage look() throws IOException {
        EngineStatus status = WarmEngine.status(options).get(0);
        List<Long> pids = new ArrayList<>(List.of(status.pid()));
        status.providers().forEach(provider -> pids.add(provider.pid()));
        long files = 0;
        long threads = 0;
        long memory = 0;
        for (long pid : pids) {
            files += entries(Path.of("/proc", Long.toString(pid), "fd"));
            threads += entries(Path.of("/proc", Long.toString(pid), "task"));
            memory += ResidentMemory.of(pid);
        }
        return new Usage(status.providers().size(), files, threads, memory);
    }

    private static long entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0; // not Linux
        }
        try (var all = Files.list(folder)) {
            return all.count();
        }
    }

    @Override
    public void close() {
        aws.close();
    }
}
