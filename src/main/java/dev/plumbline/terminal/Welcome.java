package dev.plumbline.terminal;

import dev.plumbline.lab.Requirement;
import dev.plumbline.terminal.markdown.Markdown;
import dev.plumbline.text.Line;
import dev.plumbline.text.Look;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Tone;
import dev.plumbline.text.Wrap;
import dev.plumbline.workspace.Progress;
import java.util.ArrayList;
import java.util.List;

/** What a session begins with: the task in short, or where the learner stopped. */
final class Welcome {
    private Welcome() {}

    static List<Line> lines(LabRun lab, Progress progress, Phrases phrases, Look look) {
        List<Line> out = new ArrayList<>();
        int width = Math.min(look.width(), Markdown.WIDEST);
        out.add(Line.EMPTY);
        if (lab.exercise() instanceof Exercise.Repair) {
            out.addAll(story(lab, phrases, look));
            return out;
        }
        if (progress.begun() == null || progress.saves() + progress.commands() == 0) {
            String task = ReadingCommands.text(lab).topic("task");
            out.addAll(Markdown.render(Markdown.opening(task), look));
            out.add(Line.EMPTY);
        } else {
            out.add(Line.of(lab.lab().title(), Tone.HEADING));
            out.addAll(Wrap.at(
                    width,
                    phrases.say(
                            "welcome.again",
                            "met",
                            progress.met().size(),
                            "all",
                            lab.lab().requirements().size())));
        }
        practice(lab, progress, phrases, width, out);
        out.addAll(Wrap.at(width, phrases.say("welcome.folder", "folder", FolderName.of(lab.workspace()))));
        out.addAll(Wrap.at(width, phrases.say("welcome.commands")));
        return out;
    }

    /** What a session begins with that the learner comes back to, out of a drill or of practice: they know it all. */
    static List<Line> back(LabRun lab, Progress progress, Phrases phrases, Look look) {
        boolean untouched = progress.saves() + progress.commands() == 0; // as after a reset
        if (untouched || lab.exercise() instanceof Exercise.Repair) {
            return lines(lab, progress, phrases, look);
        }
        int width = Math.min(look.width(), Markdown.WIDEST);
        List<Line> out = new ArrayList<>(List.of(Line.EMPTY, Line.of(lab.lab().title(), Tone.HEADING)));
        if (lab.exercise() instanceof Exercise.Whole) {
            out.addAll(Wrap.at(width, phrases.say("welcome.back")));
        }
        practice(lab, progress, phrases, width, out);
        out.addAll(Wrap.at(width, phrases.say("welcome.folder", "folder", FolderName.of(lab.workspace()))));
        return out;
    }

    private static void practice(LabRun lab, Progress progress, Phrases phrases, int width, List<Line> out) {
        if (lab.exercise() instanceof Exercise.Practice practice) {
            out.addAll(Wrap.at(width, phrases.say("practice.welcome", "seed", practice.seed())));
            if (progress.clock().running()) {
                out.addAll(Wrap.at(width, phrases.say("clock.runs")));
            }
        }
    }

    /** What has happened in a drill, what is to be true again, and where. */
    static List<Line> story(LabRun lab, Phrases phrases, Look look) {
        int width = Math.min(look.width(), Markdown.WIDEST);
        List<Line> out = new ArrayList<>();
        if (lab.exercise() instanceof Exercise.Repair repair) {
            out.add(Line.of(lab.lab().title(), Tone.HEADING));
            out.add(Line.EMPTY);
            String story = ReadingCommands.text(lab).render(repair.drill().story());
            out.addAll(Wrap.at(width, story));
            out.add(Line.EMPTY);
            out.add(Line.of(phrases.say("drill.goal"), Tone.STRONG));
            for (Requirement requirement : lab.lab().requirements()) {
                out.addAll(Wrap.at(width, Line.of("  · " + requirement.title()), 4));
            }
            out.add(Line.EMPTY);
            out.addAll(Wrap.at(width, phrases.say("drill.folder", "folder", FolderName.of(lab.workspace()))));
        }
        return out;
    }
}
