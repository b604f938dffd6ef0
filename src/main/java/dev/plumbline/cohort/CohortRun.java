package dev.plumbline.cohort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cohort.bundle.LabHash;
import dev.plumbline.cohort.exam.Booth;
import dev.plumbline.cohort.exam.ExamHall;
import dev.plumbline.cohort.exam.Graded;
import dev.plumbline.cohort.intake.Intake;
import dev.plumbline.cohort.intake.Submission;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.Verdict;
import dev.plumbline.lab.Lab;
import dev.plumbline.report.JsonReport;
import dev.plumbline.workbench.UserError;
import dev.plumbline.workbench.Version;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Has submissions graded side by side and writes each result the moment it is there. */
public final class CohortRun {
    private final Lab lab;
    private final String labHash;
    private final ExamHall hall;
    private final Results results;
    private final List<Beside> beside;
    private final Progress progress;
    private volatile boolean called;

    /** Hears how it comes along. */
    public interface Progress {
        /** One more is there; called by one thread at a time. */
        void finished(int done, int all, String id, Verdict verdict, double seconds);
    }

    /** A run over a lab's submissions. */
    public CohortRun(Lab lab, ExamHall hall, Results results, List<Beside> beside, Progress progress) {
        this.lab = lab;
        this.labHash = LabHash.of(lab);
        this.hall = hall;
        this.results = results;
        this.beside = List.copyOf(beside);
        this.progress = progress;
    }

    /** Whether a result of the same submission, lab and program is there, so that it need not be graded again. */
    public boolean isDone(Entry entry) {
        return results.report(entry.id())
                .filter(report -> {
                    JsonNode submission = report.path("submission");
                    return submission.path("sha256").asText().equals(entry.sha256())
                            && submission.path("labSha256").asText().equals(labHash)
                            && report.path("tools").path("plumbline").asText().equals(Version.text())
                            && !report.path("verdict").asText().equals(Verdict.COULD_NOT_GRADE.word())
                            && beside.stream().allMatch(one -> results.hasBeside(entry.id(), one.file()));
                })
                .isPresent();
    }

    /**
     * Grades them all.
     *
     * @param jobs how many at once
     * @throws InterruptedException if it was called off; what was finished is kept
     */
    public void grade(List<Entry> entries, int jobs) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, Math.min(jobs, entries.size())));
        AtomicInteger done = new AtomicInteger();
        try {
            List<Future<Verdict>> futures = new ArrayList<>();
            for (Entry entry : entries) {
                futures.add(threads.submit(() -> one(entry, done, entries.size())));
            }
            for (Future<Verdict> future : futures) {
                Verdict ignored = future.get();
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UserError known) {
                throw known;
            }
            if (failed.getCause() instanceof InterruptedException || called) {
                throw new InterruptedException("the run was called off");
            }
            throw new IllegalStateException(failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Calls it off from another thread: what runs is ended, what is finished stays. */
    public void cancel() {
        called = true;
        hall.cancel();
    }

    private Verdict one(Entry entry, AtomicInteger done, int all) throws InterruptedException {
        if (called) {
            throw new InterruptedException("the run was called off");
        }
        long began = System.nanoTime();
        Submission submission = Intake.read(entry.source());
        Verdict verdict;
        try (Booth booth = hall.booth()) {
            Graded graded = attempt(submission, booth);
            if (graded.providerDied()) {
                try (Booth again = hall.booth()) {
                    graded = hall.gradeStock(submission, again);
                    write(entry, submission, graded, again, began);
                }
            } else {
                write(entry, submission, graded, booth, began);
            }
            verdict = graded.report().verdict();
        } catch (IOException refused) {
            throw UserError.trouble("The result of " + entry.id() + " could not be written to " + results.folder()
                    + ": " + refused.getMessage() + ". Is the disk full?");
        }
        synchronized (progress) {
            progress.finished(done.incrementAndGet(), all, entry.id(), verdict, seconds(began));
        }
        return verdict;
    }

    /** A bug of ours is never a learner's failure, nor the end of everybody else's grading. */
    private Graded attempt(Submission submission, Booth booth) throws InterruptedException {
        try {
            return hall.grade(submission, booth);
        } catch (RuntimeException bug) {
            if (called) {
                throw new InterruptedException("the run was called off");
            }
            String why = bug instanceof UserError known
                    ? known.text()
                    : "A bug of ours stopped the grading (" + bug + "). Please report it.";
            return new Graded(
                    Report.withoutJudgement(
                            lab,
                            Verdict.COULD_NOT_GRADE,
                            why,
                            Map.of("plumbline", Version.text()),
                            Map.of("total", 0L)),
                    Set.of(),
                    false);
        }
    }

    private void write(Entry entry, Submission submission, Graded graded, Booth booth, long began)
            throws IOException, InterruptedException {
        if (called) {
            throw new InterruptedException("the run was called off"); // what was cut off says nothing of the work
        }
        Redaction redaction = new Redaction(graded.secrets());
        for (Beside one : beside) {
            results.write(entry.id(), one.file(), redaction.of(one.writer().write(graded.report(), booth.work())));
        }
        ObjectNode report = JsonReport.tree(graded.report());
        report.putObject("submission")
                .put("id", entry.id())
                .put("source", entry.source().toString())
                .put("sha256", submission.sha256())
                .put("seconds", seconds(began))
                .put("labSha256", labHash);
        results.write(entry.id(), Results.REPORT, redaction.of(Results.text(report)));
    }

    private static double seconds(long began) {
        return Math.round((System.nanoTime() - began) / 1e8) / 10.0;
    }
}
