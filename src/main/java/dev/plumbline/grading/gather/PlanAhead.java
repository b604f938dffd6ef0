package dev.plumbline.grading.gather;

import dev.plumbline.grading.PlanEvidence;
import dev.plumbline.grading.Trouble;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A plan that runs in the background until somebody asks for it. */
final class PlanAhead {
    private final FutureTask<PlanEvidence> task;
    private final Thread thread;
    private final long began = System.nanoTime();
    private volatile long took;

    private PlanAhead(Callable<PlanEvidence> plan) {
        task = new FutureTask<>(() -> {
            try {
                return plan.call();
            } finally {
                took = (System.nanoTime() - began) / 1_000_000;
            }
        });
        thread = new Thread(task, "plan-ahead");
        thread.setDaemon(true);
    }

    static PlanAhead start(Callable<PlanEvidence> plan) {
        PlanAhead ahead = new PlanAhead(plan);
        ahead.thread.start();
        return ahead;
    }

    PlanEvidence await() throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof InterruptedException) {
                return new PlanEvidence.Unavailable(Trouble.ours("The check was called off."));
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** How long it took, in milliseconds; 0 while it runs. */
    long millis() {
        return took;
    }

    /** Waits until nothing of it runs; it was called off or has ended. */
    void end() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
