package dev.plumbline.cli;

import dev.plumbline.cohort.CohortRun;
import dev.plumbline.cohort.Results;
import java.io.IOException;

/**
 * What Ctrl-C does to a run of grading: what runs is ended, what is finished is kept and summed up, and the way to go on is
 * said. The exit code is the one that the signal gives, 130.
 */
final class GradeInterrupt implements AutoCloseable {
    private final Thread hook;

    GradeInterrupt(CohortRun run, Results results, GradeProgress progress, String again) {
        hook = new Thread(
                () -> {
                    run.cancel();
                    String kept = "What is finished is kept.";
                    try {
                        results.sumUp();
                    } catch (IOException unwritten) {
                        kept = "What is finished is kept, one report each.";
                    }
                    progress.say("Interrupted. " + kept + " To go on:\n  " + again);
                },
                "grade-interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            return; // it is what ends us
        }
    }
}
