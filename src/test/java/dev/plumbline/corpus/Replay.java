package dev.plumbline.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Replays cases: prepares each, grades a copy, and proves its fix where that is asked for. */
final class Replay {
    private final Path scratch;
    private final Preparation preparation;
    private final GraderUnderTest lab;
    private final boolean grade;
    private final Predicate<CorpusCase> proveFix;

    /**
     * @param cache where the copies that are graded lie
     * @param preparation where the prepared workspaces come from
     * @param grade whether to go on to the grader once a workspace is prepared
     * @param proveFix which cases' fixes to prove, of those that are mended by an edit
     */
    Replay(Path cache, Preparation preparation, GraderUnderTest lab, boolean grade, Predicate<CorpusCase> proveFix) {
        this.scratch = cache.resolve("scratch");
        this.preparation = preparation;
        this.lab = lab;
        this.grade = grade;
        this.proveFix = proveFix;
    }

    /** Replays the cases, so many at once, and gives the rows in the cases' order. */
    List<Row> run(List<CorpusCase> cases, int jobs, Consumer<Row> finished) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(jobs);
        try {
            List<Future<Row>> futures = new ArrayList<>();
            for (CorpusCase work : cases) {
                futures.add(threads.submit(() -> {
                    Row row = one(work);
                    finished.accept(row);
                    return row;
                }));
            }
            List<Row> rows = new ArrayList<>();
            for (Future<Row> future : futures) {
                rows.add(future.get());
            }
            return rows;
        } catch (ExecutionException broken) {
            throw new IllegalStateException("the replay itself is at fault", broken);
        } finally {
            threads.shutdownNow();
        }
    }

    private Row one(CorpusCase work) throws InterruptedException {
        long start = System.nanoTime();
        long prepared = start;
        Judgement judgement = null;
        FixProof.Proof proof = null;
        String trouble = "";
        try {
            Prepared workspace = preparation.of(work);
            prepared = System.nanoTime();
            if (grade) {
                Path place = Files.createDirectories(scratch.resolve(work.name()));
                judgement = Judgement.of(work, lab.check(work, workspace.copyTo(place.resolve("graded")), place));
                if (work.fixIsAnEdit() && proveFix.test(work)) {
                    proof = new FixProof(preparation, lab).prove(work, workspace, place);
                }
            }
        } catch (IOException failed) {
            trouble = String.valueOf(failed.getMessage());
        }
        long end = System.nanoTime();
        return new Row(work, judgement, proof, trouble, (prepared - start) / 1_000_000, (end - prepared) / 1_000_000);
    }
}
