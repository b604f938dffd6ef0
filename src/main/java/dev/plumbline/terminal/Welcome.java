package dev.plumbline.terminal;

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
        if (progress.begun() == null) {
            String task = ReadingCommands.text(lab).topic("task");
            out.addAll(Markdown.render(Markdown.opening(task), look));
            out.add(Line.EMPTY);
            out.addAll(Wrap.at(width, phrases.say("welcome.folder", "folder", lab.workspace())));
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
            out.addAll(Wrap.at(width, phrases.say("welcome.folder", "folder", lab.workspace())));
        }
        out.addAll(Wrap.at(width, phrases.say("welcome.commands")));
        out.add(Line.EMPTY);
        return out;
    }
}
