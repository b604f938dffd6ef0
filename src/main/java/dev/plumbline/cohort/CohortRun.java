package dev.plumbline.cohort;

import dev.plumbline.cohort.exam.Booth;
import dev.plumbline.cohort.exam.ExamHall;
import dev.plumbline.cohort.exam.Graded;
import dev.plumbline.cohort.intake.Intake;
import dev.plumbline.cohort.intake.Submission;
import dev.plumbline.grading.Verdict;
import dev.plumbline.workbench.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Has submissions graded side by side and writes each result the moment it is there. */
public final class CohortRun {
    private static final long TIDYING_SECONDS = 10;

    private final ExamHall hall;
    private final Reports reports;
    private final Progress progress;
    private volatile boolean called;

    /** Hears how it comes along. */
    public interface Progress {
        /** One more is there; called by one thread at a time. */
        void finished(int done, int all, String id, Verdict verdict, double seconds);
    }

    /** A run in that hall. */
    public CohortRun(ExamHall hall, Reports reports, Progress progress) {
        this.hall = hall;
        this.reports = reports;
        this.progress = progress;
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
            // Booths are left tidy, also by those that were called off.
            boolean ignored = threads.awaitTermination(TIDYING_SECONDS, TimeUnit.SECONDS);
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
            throw UserError.trouble("The result of " + entry.id() + " could not be written: " + refused.getMessage()
                    + ". Is the disk full?");
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
            return reports.graded(why);
        }
    }

    private void write(Entry entry, Submission submission, Graded graded, Booth booth, long began)
            throws IOException, InterruptedException {
        if (called) {
            throw new InterruptedException("the run was called off"); // what was cut off says nothing of the work
        }
        reports.write(entry, submission.sha256(), graded, booth.work(), seconds(began));
    }

    private static double seconds(long began) {
        return Math.round((System.nanoTime() - began) / 1e8) / 10.0;
    }
}
