package dev.plumbline.terminal;

import dev.plumbline.grading.Report;
import dev.plumbline.terraform.Cancellation;
import java.nio.file.Files;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Judging in the background, one run after another; a newer one cancels the older. */
final class Runs implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 3;
    private final LabRun lab;
    private final Consumer<Event> events;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "judge");
        thread.setDaemon(true);
        return thread;
    });
    private Cancellation current = new Cancellation();
    private long number;

    Runs(LabRun lab, Consumer<Event> events) {
        this.lab = lab;
        this.events = events;
    }

    /**
     * Starts a run and cancels the one before.
     *
     * @param since when its cause was noticed, by {@link System#nanoTime()}; times are counted from there
     * @return its number
     */
    long start(long since) {
        current.cancel();
        Cancellation cancellation = new Cancellation();
        current = cancellation;
        long run = ++number;
        worker.execute(() -> judge(run, since, cancellation));
        return run;
    }

    /** Calls the present run off. */
    void cancel() {
        current.cancel();
    }

    private void judge(long run, long since, Cancellation cancellation) {
        if (cancellation.isCancelled()) {
            return;
        }
        try {
            Report report = lab.check(
                    (layer, soFar) -> {
                        if (!cancellation.isCancelled() && isThere()) {
                            events.accept(new Event.LayerLanded(run, layer, soFar, millis(since)));
                        }
                    },
                    cancellation);
            if (!cancellation.isCancelled()) {
                // Of a folder that is gone, every layer but AWS would say that nothing was ever there.
                events.accept(
                        isThere()
                                ? new Event.Judged(run, report, millis(since))
                                : new Event.JudgingFailed(run, lab.workspace().toString()));
            }
        } catch (RuntimeException | Error trouble) {
            // Whatever went wrong on our side, the learner's session goes on and says so.
            if (!cancellation.isCancelled()) {
                String message = trouble.getMessage();
                events.accept(new Event.JudgingFailed(run, message == null ? trouble.toString() : message));
            }
        }
    }

    private boolean isThere() {
        return Files.isDirectory(lab.workspace());
    }

    private static long millis(long since) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
    }

    @Override
    public void close() {
        current.cancel();
        worker.shutdown();
        try {
            if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
