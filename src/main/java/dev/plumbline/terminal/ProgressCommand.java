package dev.plumbline.terminal;

import dev.plumbline.lab.Requirement;
import dev.plumbline.text.Line;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Tone;
import dev.plumbline.text.Wrap;
import dev.plumbline.workspace.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code progress}: what was met when, what was used, how long it took. */
final class ProgressCommand {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private ProgressCommand() {}

    static void run(Desk desk, List<String> words) {
        desk.print(lines(
                desk.lab().lab().requirements(),
                desk.journal().progress(),
                desk.phrases(),
                ZoneId.systemDefault(),
                desk.look().width()));
    }

    static List<Line> lines(
            List<Requirement> requirements, Progress progress, Phrases phrases, ZoneId zone, int width) {
        List<Line> out = new ArrayList<>();
        for (Requirement requirement : requirements) {
            Instant since = progress.met().get(requirement.id());
            int hints = progress.hintsOn(requirement.id());
            Line line = since == null
                    ? Line.of("  ○ ", Tone.WAITING).plus(phrases.say("progress.open"), Tone.WAITING)
                    : Line.of("  ✓ ", Tone.GOOD).plus(phrases.say("status.met"), Tone.GOOD);
            line = line.pad(13).plus(requirement.title());
            if (since != null) {
                line = line.plus("  " + phrases.say("progress.since", "when", shown(since, zone)), Tone.MUTED);
            }
            if (hints > 0) {
                line = line.plus("  " + phrases.say("progress.hints", "count", hints), Tone.MUTED);
            }
            out.addAll(Wrap.at(width, line, 13));
        }
        out.add(Line.EMPTY);
        out.add(Line.of(phrases.say(
                "progress.used",
                "commands",
                progress.commands(),
                "saves",
                progress.saves(),
                "hints",
                progress.hintsUsed())));
        took(progress.begun(), progress.passed(), phrases, zone, out);
        progress.drills()
                .forEach((drill, repaired) -> out.add(Line.of(
                        phrases.say(repaired ? "progress.drill-repaired" : "progress.drill-begun", "drill", drill))));
        return out;
    }

    private static void took(
            @Nullable Instant begun, @Nullable Instant passed, Phrases phrases, ZoneId zone, List<Line> out) {
        if (begun != null && passed != null) {
            long minutes = Math.max(1, Duration.between(begun, passed).toMinutes());
            out.add(Line.of(
                    phrases.say("progress.passed", "when", shown(passed, zone), "minutes", minutes), Tone.GOOD));
        } else if (begun != null) {
            out.add(Line.of(phrases.say("progress.begun", "when", shown(begun, zone))));
        }
    }

    private static String shown(Instant at, ZoneId zone) {
        return WHEN.withZone(zone).format(at);
    }
}
