package dev.plumbline.terminal;

import org.jspecify.annotations.Nullable;

/** Whose turn it is: the learner's to type, that of a command of theirs, or ours while they wait for a report. */
final class Turn {
    private Whose whose = Whose.LEARNER;
    private @Nullable Runnable waiting;

    private enum Whose {
        LEARNER,
        COMMAND,
        REPORT
    }

    /** Whether the prompt is open. */
    boolean isLearners() {
        return whose == Whose.LEARNER;
    }

    boolean isCommands() {
        return whose == Whose.COMMAND;
    }

    /** Whether they wait for a report. */
    boolean isReports() {
        return whose == Whose.REPORT;
    }

    /** Whether they have asked for the report itself, and not for something that waits for it. */
    boolean isForReport() {
        return isReports() && waiting == null;
    }

    void toLearner() {
        whose = Whose.LEARNER;
        waiting = null;
    }

    void toCommand() {
        whose = Whose.COMMAND;
    }

    /**
     * They wait for a report.
     *
     * @param then what waits for it with them; null if it is the report that they want
     */
    void toReport(@Nullable Runnable then) {
        whose = Whose.REPORT;
        waiting = then;
    }

    /** The report is there: the turn is the learner's again; gives back what has waited for it. */
    @Nullable
    Runnable reported() {
        Runnable then = waiting;
        toLearner();
        return then;
    }
}
