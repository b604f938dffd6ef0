package dev.plumbline.terminal;

import dev.plumbline.grading.Report;
import dev.plumbline.grading.Verdict;
import dev.plumbline.report.SourceFiles;
import dev.plumbline.terminal.markdown.Markdown;
import dev.plumbline.text.Hcl;
import dev.plumbline.text.Line;
import dev.plumbline.text.Tone;
import java.util.ArrayList;
import java.util.List;

/** {@code solution}: after passing, one good solution below the learner's own. */
final class SolutionCommand {
    private SolutionCommand() {}

    static void run(Desk desk, List<String> words) {
        Report report = desk.report();
        boolean passedNow = report != null && report.verdict() == Verdict.PASSED;
        if (!passedNow && desk.journal().progress().passed() == null) {
            desk.say(desk.phrases().say("read.solution"));
            return;
        }
        List<Line> out = new ArrayList<>();
        String file = desk.lab().lab().rules().codeFile();
        SourceFiles.in(desk.lab().workspace()).text(file).ifPresent(own -> {
            out.add(Line.of(desk.phrases().say("solution.yours", "file", file), Tone.HEADING));
            own.lines()
                    .forEach(line -> out.add(
                            Hcl.highlight(line).indent(4).clip(desk.look().width())));
            out.add(Line.EMPTY);
        });
        out.addAll(Markdown.render(ReadingCommands.text(desk.lab()).topic("solution"), desk.look()));
        desk.page(out);
    }
}
