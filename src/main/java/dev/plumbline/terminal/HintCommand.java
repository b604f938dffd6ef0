package dev.plumbline.terminal;

import dev.plumbline.coaching.Hints;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.RequirementResult;
import dev.plumbline.text.Line;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Tone;
import dev.plumbline.text.Wrap;
import dev.plumbline.workspace.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code hint}: one rung further up the ladder for a requirement each time it is asked for. */
final class HintCommand {
    private HintCommand() {}

    static void run(Desk desk, List<String> words) {
        if (desk.lab().exercise() instanceof Exercise.Repair repair) {
            DrillHint.give(desk, repair.drill());
            return;
        }
        Report report = desk.report();
        if (report == null) {
            desk.print(Wrap.at(desk.look().width(), desk.phrases().say("hint.not-yet")));
            return;
        }
        Optional<String> requirement = words.isEmpty()
                ? Hints.next(report).map(RequirementResult::id)
                : report.requirements().stream()
                        .map(RequirementResult::id)
                        .filter(words.get(0)::equals)
                        .findFirst();
        if (requirement.isEmpty()) {
            desk.print(Wrap.at(
                    desk.look().width(),
                    words.isEmpty()
                            ? desk.phrases().say("hint.nothing-open")
                            : desk.phrases().say("hint.unknown", "id", words.get(0), "ids", ids(report))));
            return;
        }
        String id = requirement.get();
        Optional<Hints.Ladder> ladder =
                Hints.of(desk.lab().lab()).ladder(report, id, desk.lab().workspace());
        if (ladder.isEmpty()) {
            desk.print(Wrap.at(desk.look().width(), desk.phrases().say("hint.none")));
            return;
        }
        int shown = desk.journal().progress().hints().getOrDefault(id, 0);
        int rung = Math.min(shown + 1, ladder.get().steps().size());
        desk.print(
                lines(ladder.get(), rung, desk.phrases(), Math.min(desk.look().width(), 80)));
        if (rung > shown) {
            desk.journal().add(new JournalEntry.Hinted(Instant.now(), id, rung));
        }
    }

    private static String ids(Report report) {
        return String.join(
                ", ", report.requirements().stream().map(RequirementResult::id).toList());
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
