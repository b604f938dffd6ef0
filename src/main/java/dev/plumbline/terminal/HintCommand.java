package dev.plumbline.terminal;

import dev.plumbline.coaching.Hints;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.Status;
import dev.plumbline.text.Line;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Tone;
import dev.plumbline.text.Wrap;
import dev.plumbline.workspace.JournalEntry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code hint}: one rung further up the ladder for a requirement each time it is asked for. */
final class HintCommand {
    private HintCommand() {}

    static void run(Desk desk, List<String> words) {
        Report report = desk.report();
        if (desk.lab().exercise() instanceof Exercise.Repair repair
                && DrillStanding.of(repair.drill(), report) == DrillStanding.AS_TOLD) {
            DrillHint.give(desk, repair.drill());
            return;
        }
        if (report == null) {
            desk.say(desk.phrases().say("hint.not-yet"));
            return;
        }
        boolean known = words.isEmpty() || report.requirements().stream().anyMatch(r -> r.id().equals(words.get(0)));
        if (!known) {
            desk.say(desk.phrases().say("hint.unknown", "id", words.get(0), "ids", ids(report)));
            return;
        }
        Hints hints = Hints.of(desk.lab().lab());
        Path folder = desk.lab().workspace();
        Map<String, Integer> shown = desk.journal().progress().hints();
        Optional<Hints.Ladder> ladder =
                words.isEmpty() ? hints.next(report, shown, folder) : hints.ladder(report, words.get(0), folder);
        if (ladder.isEmpty()) {
            boolean open = report.requirements().stream().anyMatch(r -> r.status() != Status.MET);
            desk.say(desk.phrases().say(open ? "hint.none" : "hint.nothing-open"));
            return;
        }
        String key = ladder.get().key();
        int rungs = ladder.get().steps().size();
        int before = shown.getOrDefault(key, 0);
        int rung = Math.min(before + 1, rungs);
        int width = Math.min(desk.look().width(), 80);
        desk.print(lines(inSession(ladder.get(), desk.lab().lab().id()), rung, desk.phrases(), width));
        if (rung > before) {
            desk.journal().add(new JournalEntry.Hinted(Instant.now(), key, rung));
        }
        if (rung == rungs && words.isEmpty()) {
            desk.print(Wrap.at(width, Line.of(then(desk, hints, report, folder), Tone.MUTED)));
        }
    }

    /** What hint goes on with after the last rung. */
    private static String then(Desk desk, Hints hints, Report report, Path folder) {
        Map<String, Integer> shown = desk.journal().progress().hints();
        return hints.next(report, shown, folder)
                .filter(next -> shown.getOrDefault(next.key(), 0) < next.steps().size())
                .map(next -> desk.phrases().say("hint.then", "title", next.title()))
                .orElseGet(() -> desk.phrases().say("hint.all"));
    }

    /** Here {@code lab reset LAB} is {@code reset}. */
    private static Hints.Ladder inSession(Hints.Ladder ladder, String lab) {
        String command = "\\blab (\\w+) " + Pattern.quote(lab) + "\\b";
        List<String> steps = ladder.steps().stream()
                .map(step -> step.replaceAll(command, "$1"))
                .toList();
        return new Hints.Ladder(ladder.requirement(), ladder.key(), ladder.title(), ladder.seen(), steps);
    }

    private static String ids(Report report) {
        return String.join(", ", report.requirements().stream().map(r -> r.id()).toList());
    }

    /** The ladder up to a rung: what is there, then each step so far, the new one last. */
    static List<Line> lines(Hints.Ladder ladder, int rung, Phrases phrases, int width) {
        List<Line> out = new ArrayList<>();
        out.add(Line.of(ladder.title(), Tone.STRONG)
                .plus(
                        "  "
                                + phrases.say(
                                        "hint.rung",
                                        "rung",
                                        rung,
                                        "of",
                                        ladder.steps().size()),
                        Tone.MUTED));
        if (!ladder.seen().isBlank()) {
            Wrap.at(width - 2, Line.of(ladder.seen(), Tone.MUTED)).forEach(line -> out.add(line.indent(2)));
        }
        for (String text : ladder.steps().get(rung - 1).lines().toList()) {
            int indent = text.length() - text.stripLeading().length();
            Wrap.at(width - 2 - indent, text.strip()).forEach(line -> out.add(line.indent(2 + indent)));
        }
        if (rung < ladder.steps().size()) {
            out.add(Line.of(phrases.say("hint.more"), Tone.MUTED));
        }
        return out;
    }
}
