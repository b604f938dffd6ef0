package dev.plumbline.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The long version of what {@code WarmEngineIT} tests: {@code .ci/stability [PLANS [CHECKS]]}. Plans in a row through one
 * pool, then checks at once on as many workspaces, each by the program itself. Exits with 1 where an answer is wrong or
 * something grows.
 */
final class Stability {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROOM_FOR_FILES = 16;

    private final Path scratch;
    private final List<String> faults = new ArrayList<>();

    private Stability(Path scratch) {
        this.scratch = scratch;
    }

    /**
     * Runs.
     *
     * @param args how many plans, how many checks at once
     */
    public static void main(String[] args) throws Exception {
        int plans = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        int checks = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        Stability stability =
                new Stability(Files.createTempDirectory("plumbline-stability").toRealPath());
        try {
            stability.plans(plans);
            stability.checks(checks);
        } finally {
            Folders.deleteQuietly(stability.scratch);
        }
        stability.faults.forEach(fault -> System.out.println("FAULT  " + fault));
        System.exit(stability.faults.isEmpty() ? 0 : 1);
    }

    private void plans(int count) throws Exception {
        EngineOptions options = RealTerraform.options(scratch);
        try (WarmEngine engine = WarmEngine.open(options);
                ManyPlans plans = new ManyPlans(engine, options, scratch.resolve("plans"))) {
            plans.prepare();
            plans.run(count);
            faults.addAll(plans.wrong());
            int third = Math.max(1, count / 3);
            long first = median(plans.millis().subList(0, third));
            long last = median(plans.millis().subList(count - third, count));
            System.out.printf(
                    Locale.ROOT,
                    "%d plans, %d wrong; median %d ms in the first third, %d ms in the last%n",
                    count,
                    plans.wrong().size(),
                    first,
                    last);
            if (last > first * 3 / 2 + 20) {
                faults.add("plans become slower");
            }
            grown(plans.usage());
        }
    }

    /** The first looks are left out: JIT, heaps and caches fill. */
    private void grown(List<ManyPlans.Usage> usage) {
        if (usage.size() < 4) {
            return;
        }
        ManyPlans.Usage early = usage.get(usage.size() / 4);
        ManyPlans.Usage late = usage.get(usage.size() - 1);
        System.out.println("early: " + early);
        System.out.println("late:  " + late);
        if (late.providers() > 1) {
            faults.add("more than one provider process for one run at a time");
        }
        if (late.files() > early.files() + ROOM_FOR_FILES || late.threads() > early.threads() + ROOM_FOR_FILES) {
            faults.add("file handles or threads leak");
        }
        if (late.memory() > early.memory() * 3 / 2) {
            faults.add("memory grows");
        }
    }

    private static long median(List<Long> millis) {
        return millis.stream().sorted().skip(millis.size() / 2).findFirst().orElse(0L);
    }

    /** A way to write the exercise, and what a check must say of it. */
    private enum Work {
        RIGHT("datacenter-stream", "us-east-1", "stream_mode_details {\n    stream_mode = \"ON_DEMAND\"\n  }", ""),
        NAME(
                "datacentre-stream",
                "us-east-1",
                "stream_mode_details {\n    stream_mode = \"ON_DEMAND\"\n  }",
                "stream-name"),
        REGION(
                "datacenter-stream",
                "us-west-2",
                "stream_mode_details {\n    stream_mode = \"ON_DEMAND\"\n  }",
                "region"),
        MODE("datacenter-stream", "us-east-1", "shard_count = 1", "stream-mode"),
        REFUSED("datacenter-stream", "us-east-1", "stream_mode = \"ON_DEMAND\"", "");

        private final String name;
        private final String region;
        private final String body;
        private final String fault;

        Work(String name, String region, String body, String fault) {
            this.name = name;
            this.region = region;
            this.body = body;
            this.fault = fault;
        }

        String text() {
            return "provider \"aws\" {\n  region = \"" + region
                    + "\"\n}\n\nresource \"aws_kinesis_stream\" \"s\" {\n  name = \"" + name + "\"\n  " + body
                    + "\n}\n";
        }

        /** Whether a report says it: the one unmet requirement, or what Terraform refused. */
        boolean isTold(JsonNode report) {
            List<String> unmet = new ArrayList<>();
            report.path("requirements").forEach(requirement -> {
                if (requirement.path("status").asText().equals("unmet")) {
                    unmet.add(requirement.path("id").asText());
                }
            });
            if (this == REFUSED) {
                return report.path("diagnoses").toString().contains("\"top-level-stream-mode\"");
            }
            return unmet.equals(fault.isEmpty() ? List.of() : List.of(fault));
        }
    }

    private void checks(int count) throws IOException, InterruptedException {
        Path cache = Files.createDirectories(scratch.resolve("xdg"));
        List<Process> running = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            Work work = Work.values()[i % Work.values().length];
            Path workspace = Files.createDirectories(scratch.resolve("check" + i));
            Files.writeString(workspace.resolve("main.tf"), work.text());
            ProcessBuilder check = new ProcessBuilder(
                    Path.of(System.getProperty("plumbline.home"), "lab").toString(),
                    "check",
                    "kinesis-stream",
                    "--dir",
                    workspace.toString(),
                    "--format",
                    "json");
            check.environment().put("XDG_CACHE_HOME", cache.toString());
            check.redirectOutput(scratch.resolve("report" + i).toFile());
            check.redirectError(scratch.resolve("errors" + i).toFile());
            running.add(check.start());
        }
        List<Long> took = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            running.get(i).waitFor();
            took.add((System.nanoTime() - start) / 1_000_000);
            judge(i);
        }
        EngineOptions shared = EngineOptions.defaults().withCacheDir(cache.resolve("plumbline"));
        List<EngineStatus> engines = WarmEngine.status(shared);
        System.out.printf(
                Locale.ROOT,
                "%d checks at once: median %d ms, last %d ms; %d engine, %d providers%n",
                count,
                median(took),
                took.stream().mapToLong(Long::longValue).max().orElse(0),
                engines.size(),
                engines.stream().mapToInt(engine -> engine.providers().size()).sum());
        if (engines.size() != 1) {
            faults.add(engines.size() + " engines where one is shared");
        }
        WarmEngine.stopLingering(shared);
    }

    private void judge(int number) throws IOException {
        Work work = Work.values()[number % Work.values().length];
        String errors = Files.readString(scratch.resolve("errors" + number));
        JsonNode report = JSON.readTree(scratch.resolve("report" + number).toFile());
        if (!work.isTold(report)) {
            faults.add("check " + number + " (" + work + ") is wrong: " + report + errors);
        }
        if (report.path("tools").path("provider").asText().isEmpty() || errors.contains("stock")) {
            faults.add("check " + number + " did not use the warm engine: " + errors);
        }
        System.out.println("check " + number + " " + work + " " + report.path("timings"));
    }
}
