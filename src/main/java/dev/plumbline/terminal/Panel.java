package dev.plumbline.terminal;

import dev.plumbline.grading.RequirementResult;
import dev.plumbline.grading.Status;
import dev.plumbline.report.Checklist;
import dev.plumbline.report.NextStep;
import dev.plumbline.text.Line;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Tone;
import dev.plumbline.text.Wrap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stays in view below the prompt.
 *
 * @param title the lab, or the drill on it
 * @param stage how far the learner has come, in a word; empty before the first judgement
 * @param clock what the clock of timed practice shows; empty where none runs
 * @param results where each requirement stands
 * @param activity what is being looked at, or was looked at last
 * @param next the one next step
 */
public record Panel(
        String title,
        String stage,
        String clock,
        List<RequirementResult> results,
        Activity activity,
        @Nullable NextStep next)
        implements View {
    private static final int ROWS_FOR_ALL = 18;
    private static final int ROWS_FOR_NEWS = 12;
    private static final int ROWS_FOR_LITTLE = 8;

    public Panel {
        results = List.copyOf(results);
    }

    /** Everything in a usual window, less in a low one, nothing in a tiny one. */
    @Override
    public List<Line> lines(Phrases phrases, int width, int rows) {
        List<Line> out = new ArrayList<>();
        if (rows < ROWS_FOR_LITTLE) {
            return out;
        }
        int inner = width - 1; // the last column stays free, so that no terminal wraps
        out.add(rule(phrases, inner));
        if (rows >= ROWS_FOR_ALL) {
            int most = rows - 10;
            results.stream().limit(most).forEach(r -> out.add(Checklist.line(r, phrases, inner)));
            if (results.size() > most) {
                out.add(Line.of("  " + phrases.say("panel.more", "count", results.size() - most), Tone.MUTED));
            }
        }
        Line doing = activity.line(phrases, inner - 2);
        if (rows >= ROWS_FOR_NEWS && doing.width() > 0) {
            out.add(doing.indent(2).clip(inner));
        }
        out.addAll(nextLines(phrases, inner, rows >= ROWS_FOR_NEWS ? 2 : 1));
        return out;
    }

    /** The heavy line, because JLine would draw the light one in the terminal's alternate character set. */
    private Line rule(Phrases phrases, int width) {
        long met = results.stream().filter(r -> r.status() == Status.MET).count();
        Line text = Line.of("━━ ", Tone.MUTED).plus(title, Tone.STRONG);
        if (!results.isEmpty()) {
            text = text.plus(" ━━ ", Tone.MUTED)
                    .plus(
                            phrases.say("panel.met", "met", met, "all", results.size()),
                            met == results.size() ? Tone.GOOD : Tone.PLAIN);
        }
        if (!stage.isEmpty()) {
            text = text.plus(" ━━ ", Tone.MUTED).plus(phrases.say("report.stage", "stage", stage));
        }
        if (!clock.isEmpty()) {
            text = text.plus(" ━━ ", Tone.MUTED).plus(clock);
        }
        text = text.plus(" ");
        return text.plus("━".repeat(Math.max(0, width - text.width())), Tone.MUTED)
                .clip(width);
    }

    private List<Line> nextLines(Phrases phrases, int width, int most) {
        if (next == null) {
            return List.of();
        }
        Line line =
                Line.of("  " + phrases.say("report.next") + " ", Tone.STRONG).plus(next.words());
        String command = next.command();
        List<Line> lines =
                Wrap.at(width, command == null ? line : line.plus(" ").plus(command, Tone.COMMAND), 8);
        if (lines.size() <= most) {
            return lines;
        }
        if (command != null) { // what is to be typed, rather than half of why
            return List.of(Line.of("  " + phrases.say("report.next") + " ", Tone.STRONG)
                    .plus(command, Tone.COMMAND)
                    .clip(width));
        }
        List<Line> begun = new ArrayList<>(Wrap.at(width - 2, line, 8).subList(0, most));
        begun.set(most - 1, begun.get(most - 1).plus(" …", Tone.MUTED));
        return begun;
    }
}
