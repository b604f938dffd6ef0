package dev.plumbline.cli;

import dev.plumbline.cohort.CohortRun;
import dev.plumbline.cohort.Results;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What Ctrl-C does to a run of grading: what runs is ended, what is finished is kept and summed up, and the way to go on is
 * said. The exit code is the one that the signal gives, 130.
 */
final class GradeInterrupt implements AutoCloseable {
    private static final long TIDYING_SECONDS = 12;

    private final Thread hook;
    private final CountDownLatch tidy = new CountDownLatch(1);
    private volatile @Nullable CohortRun run;

    GradeInterrupt(Results results, GradeProgress progress, String again) {
        hook = new Thread(() -> interrupted(results, progress, again), "grade-interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The run that it ends, once there is one. */
    void ends(CohortRun running) {
        run = running;
    }

    private void interrupted(Results results, GradeProgress progress, String again) {
        CohortRun running = run;
        if (running != null) {
            running.cancel();
        }
        String kept = "What is finished is kept.";
        try {
            results.sumUp();
        } catch (IOException unwritten) {
            kept = "What is finished is kept, one report each.";
        }
        progress.say("Interrupted. " + kept + " To go on:\n  " + again);
        try {
            boolean ignored = tidy.await(TIDYING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closed when private folders and providers are gone. */
    @Override
    public void close() {
        tidy.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            return; // it is what ends us
        }
    }
}
