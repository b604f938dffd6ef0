package dev.plumbline.cli;

import dev.plumbline.cohort.CohortRun;
import dev.plumbline.grading.Verdict;
import java.io.PrintWriter;
import java.util.Locale;

/** How grading comes along: one line that changes where somebody watches, a line for each submission otherwise. */
final class GradeProgress implements CohortRun.Progress {
    private static final int WIDTH = 78;

    private final PrintWriter err;
    private final boolean watched;
    private boolean open;

    GradeProgress(PrintWriter err, boolean watched) {
        this.err = err;
        this.watched = watched;
    }

    void begin(int left, int kept, int jobs) {
        String keeping = kept == 0 ? "" : " " + kept + (kept == 1 ? " result is kept." : " results are kept.");
        say(
                left == 0
                        ? "Nothing is left to grade." + keeping
                        : "Grading " + left + (left == 1 ? " submission, " : " submissions, ") + jobs + " at a time."
                                + keeping);
    }

    /** A line of its own. */
    synchronized void say(String words) {
        clear();
        err.println(words);
        err.flush();
    }

    @Override
    public synchronized void finished(int done, int all, String id, Verdict verdict, double seconds) {
        String words = String.format(Locale.ROOT, "%d of %d  %s: %s (%.0f s)", done, all, id, verdict.word(), seconds);
        if (watched) {
            clear();
            err.print(words.length() <= WIDTH ? words : words.substring(0, WIDTH - 1) + "…");
            open = true;
        } else {
            err.println(words);
        }
        err.flush();
    }

    /** Leaves nothing of the line that changes. */
    synchronized void end() {
        clear();
        err.flush();
    }

    private void clear() {
        if (open) {
            err.print("\r" + " ".repeat(WIDTH) + "\r");
            open = false;
        }
    }
}
