package dev.plumbline.corpus;

import dev.plumbline.engine.Differential;
import dev.plumbline.engine.WarmEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Compares stock and warm on every case of a corpus, each as its learner left it, and prints one line for each:
 * {@code .ci/differential CORPUS_DIR}. Exits with 1 where any differs that is no documented exception.
 */
public final class CorpusDifferential {
    /** Preparing is mostly waiting: the provider sleeps 20 s in an apply. */
    private static final int PREPARED_AT_ONCE = 6;

    private final Preparation preparation;
    private final Path scratch;
    private final AtomicInteger workers = new AtomicInteger();
    private int same;
    private int excepted;
    private int different;

    private CorpusDifferential(Preparation preparation, Path scratch) {
        this.preparation = preparation;
        this.scratch = scratch;
    }

    /**
     * Runs.
     *
     * @param arguments the corpus folder; then a part of the names to take, how many to compare at a time, and where the
     *     prepared workspaces are kept
     */
    public static void main(String[] arguments) throws Exception {
        Path corpus = Path.of(arguments[0]).toAbsolutePath();
        String part = arguments.length > 1 ? arguments[1] : "";
        int jobs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        Path cache = arguments.length > 3 ? Path.of(arguments[3]).toAbsolutePath() : ReplayOptions.usualCache();
        List<CorpusCase> cases = CorpusReader.read(corpus).stream()
                .filter(work -> work.name().contains(part))
                .toList();
        Path scratch = Files.createTempDirectory("plumbline-differential-").toRealPath();
        try {
            CorpusDifferential all =
                    new CorpusDifferential(new Preparation(cache, Preparation.Launcher.PLAIN), scratch);
            all.prepare(cases);
            all.compare(cases, jobs);
            System.out.printf(
                    "%d cases: %d same, %d excepted, %d differ%n", cases.size(), all.same, all.excepted, all.different);
            System.exit(!cases.isEmpty() && all.same + all.excepted == cases.size() ? 0 : 1);
        } finally {
            Trees.delete(scratch);
        }
    }

    private void prepare(List<CorpusCase> cases) throws InterruptedException {
        System.out.println("preparing the learners' workspaces with the real commands, where they are not kept yet");
        forEach(cases, PREPARED_AT_ONCE, preparation::of);
    }

    private void compare(List<CorpusCase> cases, int jobs) throws Exception {
        try (WarmEngine engine = Differential.engine(scratch)) {
            ThreadLocal<Path> home = ThreadLocal.withInitial(() -> scratch.resolve("home" + workers.incrementAndGet()));
            forEach(cases, jobs, work -> compare(engine, work, home.get()));
        }
    }

    private void compare(WarmEngine engine, CorpusCase work, Path home) throws IOException, InterruptedException {
        Prepared learner = preparation.of(work);
        Path aws = home.resolveSibling(home.getFileName() + ".aws");
        Prepared placed = learner.copyTo(home);
        Trees.delete(aws);
        Files.createDirectories(aws);
        Path plumbline = placed.workspace().resolve(".plumbline");
        if (Files.isDirectory(plumbline)) {
            Trees.copy(plumbline, aws.resolve(".plumbline"), name -> false);
        }
        boolean embedded = work.server().embeddedWhenGraded();
        try (AwsUnderTest server = embedded ? EmbeddedAws.open(aws) : AwsUnderTest.notEmbedded(work.server())) {
            print(
                    work,
                    new Differential(engine, placed.workspace())
                            .compare(
                                    () -> Trees.delete(
                                            learner.copyTo(home).workspace().resolve(".plumbline")),
                                    LearnerShell.environment(work.environment(), server.url()),
                                    embedded));
        }
    }

    private synchronized void print(CorpusCase work, Differential.Comparison comparison) {
        String verdict;
        if (!comparison.differences().isEmpty()) {
            different++;
            verdict = "DIFFERENT";
        } else if (comparison.exception().isPresent()) {
            excepted++;
            verdict = "excepted";
        } else {
            same++;
            verdict = "same";
        }
        System.out.printf(
                "%-9s %d/%d %s%s%n",
                verdict,
                comparison.validateExit(),
                comparison.planExit(),
                work.name(),
                comparison.exception().map(why -> ": " + why).orElse(""));
        comparison.differences().forEach(difference -> System.out.println("          " + difference));
    }

    private interface Work {
        void on(CorpusCase work) throws IOException, InterruptedException;
    }

    private static void forEach(List<CorpusCase> cases, int atOnce, Work what) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (CorpusCase work : cases) {
                all.add(threads.submit(() -> {
                    what.on(work);
                    return work;
                }));
            }
            for (int i = 0; i < all.size(); i++) {
                try {
                    all.get(i).get();
                } catch (ExecutionException failed) {
                    // Neither same nor excepted: the sum at the end tells that it was not compared.
                    System.out.println("FAILED    " + cases.get(i).name() + ": " + failed.getCause());
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
