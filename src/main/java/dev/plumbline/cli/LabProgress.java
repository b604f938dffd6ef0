package dev.plumbline.cli;

import dev.plumbline.lab.Lab;
import dev.plumbline.text.Phrases;
import dev.plumbline.workbench.PracticeGround;
import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.Progress;
import java.nio.file.Path;
import java.util.List;

/** How far a learner is with a lab, in a word or two. */
final class LabProgress {
    private LabProgress() {}

    /** Whether a lab shows as not begun, which it may be somewhere else all the same. */
    static boolean someNotBegun(List<Lab> labs) {
        return labs.stream().anyMatch(lab -> !isBegun(Journal.of(folder(lab)).progress()));
    }

    /** What tells of work in another folder. */
    static String elsewhere() {
        return Invocation.bare("check") + " LAB --dir DIR";
    }

    /** The usual folder, the only one whose progress is known without its name. */
    static Path folder(Lab lab) {
        return Path.of("workspace", lab.id());
    }

    private static boolean isBegun(Progress progress) {
        return progress.passed() != null
                || progress.begun() != null
                || !progress.met().isEmpty();
    }

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
        if (!isBegun(progress)) {
            return phrases.say("menu.not-begun");
        }
        if (progress.met().isEmpty() && progress.stage().isEmpty()) {
            return phrases.say("menu.begun"); // set back or opened, and not judged since
        }
        return phrases.say(
                "panel.met",
                "met",
                progress.met().size(),
                "all",
                lab.requirements().size());
    }
}
