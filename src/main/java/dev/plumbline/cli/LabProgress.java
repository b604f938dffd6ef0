package dev.plumbline.cli;

import dev.plumbline.lab.Lab;
import dev.plumbline.text.Phrases;
import dev.plumbline.workbench.PracticeGround;
import dev.plumbline.workspace.Progress;

/** How far a learner is with a lab, in a word or two. */
final class LabProgress {
    private LabProgress() {}

    /** The best time of practice. */
    static String words(PracticeGround.Time best, Phrases phrases) {
        String time = phrases.say(
                "clock.time",
                "minutes",
                best.time().toMinutes(),
                "seconds",
                best.time().toSecondsPart());
        return phrases.say("clock.best", "time", time, "seed", best.seed());
    }

    static String words(Lab lab, Progress progress, Phrases phrases) {
        if (progress.passed() != null) {
            return phrases.say("menu.passed");
        }
        if (progress.begun() == null && progress.met().isEmpty()) {
            return phrases.say("menu.not-begun");
        }
        return phrases.say(
                "panel.met",
                "met",
                progress.met().size(),
                "all",
                lab.requirements().size());
    }
}
