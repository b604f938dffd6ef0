package dev.plumbline.cli;

import dev.plumbline.lab.Lab;
import dev.plumbline.text.Phrases;
import dev.plumbline.workspace.Progress;

/** How far a learner is with a lab, in a word or two. */
final class LabProgress {
    private LabProgress() {}

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
