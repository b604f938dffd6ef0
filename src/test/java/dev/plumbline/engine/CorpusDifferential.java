package dev.plumbline.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares stock and warm on every case of a corpus and prints one line for each: {@code .ci/differential CORPUS_DIR}.
 * Exits with 1 where any differs.
 */
final class CorpusDifferential {
    private final Queue<Path> left = new ArrayDeque<>();
    private final AtomicInteger different = new AtomicInteger();
    private final Path scratch;

    private CorpusDifferential(Path scratch) {
        this.scratch = scratch;
    }

    /**
     * Runs.
     *
     * @param args the corpus folder, a case in each folder of it; then a part of the names to take, and how many at a time
     */
    public static void main(String[] args) throws Exception {
        String only = args.length > 1 ? args[1] : "";
        int jobs = args.length > 2 ? Integer.parseInt(args[2]) : 1;
        CorpusDifferential all = new CorpusDifferential(Files.createTempDirectory("differential"));
        try (Stream<Path> cases = Files.list(Path.of(args[0]))) {
            cases.filter(Files::isDirectory)
                    .filter(folder -> folder.getFileName().toString().contains(only))
                    .sorted()
                    .forEach(all.left::add);
        }
        int count = all.left.size();
        all.run(jobs);
        Folders.delete(all.scratch);
        System.out.printf("%d cases, %d differ%n", count, all.different.get());
        System.exit(all.different.get() == 0 ? 0 : 1);
    }

    private void run(int jobs) throws Exception {
        try (WarmEngine engine = WarmEngine.open(RealTerraform.options(scratch))) {
            List<Thread> workers = new ArrayList<>();
            for (int i = 0; i < jobs; i++) {
                Path folder = scratch.resolve("work" + i);
                Thread worker = new Thread(() -> work(engine, folder));
                worker.start();
                workers.add(worker);
            }
            for (Thread worker : workers) {
                worker.join();
            }
        }
    }

    private void work(WarmEngine engine, Path folder) {
        try (Sandbox aws = Sandbox.start(SandboxOptions.inMemory())) {
            Differential differential = new Differential(engine, folder);
            for (Path next = next(); next != null; next = next()) {
                print(next, differential.compare(next, environment(next, aws)));
            }
        } catch (IOException | InterruptedException e) {
            different.incrementAndGet();
            System.out.println(e);
        }
    }

    private synchronized @Nullable Path next() {
        return left.poll();
    }

    private synchronized void print(Path files, Differential.Comparison comparison) {
        String verdict = comparison.differences().isEmpty() ? "same" : "DIFFERENT";
        System.out.printf(
                "%-9s %d/%d %s %s%n",
                verdict,
                comparison.stock().validateExit(),
                comparison.stock().planExit(),
                files.getFileName(),
                comparison.note());
        comparison.differences().forEach(difference -> System.out.println("          " + difference));
        if (!comparison.differences().isEmpty()) {
            different.incrementAndGet();
        }
    }

    /** The learner's shell: the case's own variables on top. */
    static Map<String, String> environment(Path files, Sandbox aws) throws IOException {
        Map<String, String> environment =
                new TreeMap<>(RealTerraform.with(aws.endpoint().toString()));
        Path papers = files.resolve("case.json");
        if (Files.isRegularFile(papers)) {
            JsonNode own = new ObjectMapper().readTree(papers.toFile()).path("env");
            own.fields()
                    .forEachRemaining(variable -> environment.put(
                            variable.getKey(), variable.getValue().asText()));
        }
        return environment;
    }
}
