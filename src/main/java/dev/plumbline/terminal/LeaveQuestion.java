package dev.plumbline.terminal;

import dev.plumbline.text.Phrases;

/** Ctrl-D asks once: whoever presses it again, with no line typed in between, means to leave. */
final class LeaveQuestion {
    private final String words;
    private boolean asked;

    LeaveQuestion(LabRun lab, Phrases phrases) {
        boolean drill = lab.exercise() instanceof Exercise.Repair;
        this.words = phrases.say(drill ? "drill.leave-question" : "session.leave-question");
    }

    /** Whether they mean it; asks where this is the first time. */
    boolean isAnswered(Speech speech) {
        if (asked) {
            return true;
        }
        asked = true;
        speech.say(words);
        return false;
    }

    /** They go on working. */
    void drop() {
        asked = false;
    }
}
