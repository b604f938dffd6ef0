package dev.plumbline.terminal;

import dev.plumbline.grading.Remedy;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.Status;
import dev.plumbline.grading.Verdict;
import dev.plumbline.lab.Drill;
import org.jspecify.annotations.Nullable;

/** How a drill stands: what a learner tries can change what is wrong, and then other words are true. */
enum DrillStanding {
    /** What is wrong is what the story tells of. */
    AS_TOLD,
    /** Something was done, and something else is in the way now. */
    CHANGED,
    /** What had to be kept is lost: nothing but beginning anew helps. */
    LOST,
    MENDED;

    /** By the last whole report; null where there was none yet. */
    static DrillStanding of(Drill drill, @Nullable Report report) {
        if (report == null || report.trouble() != null) {
            return AS_TOLD;
        }
        if (report.verdict() == Verdict.PASSED) {
            return MENDED;
        }
        if (isLost(report)) {
            return LOST;
        }
        boolean asTold = drill.mistakes().isEmpty()
                || report.diagnoses().stream()
                        .anyMatch(d -> !d.remark() && drill.mistakes().contains(d.mistake()));
        return asTold ? AS_TOLD : CHANGED;
    }

    /** Whether only a new beginning helps. */
    static boolean isLost(Report report) {
        return report.requirements().stream().anyMatch(r -> r.status() != Status.MET && r.remedy() == Remedy.RESET);
    }
}
