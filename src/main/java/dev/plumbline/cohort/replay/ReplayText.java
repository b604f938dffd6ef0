package dev.plumbline.cohort.replay;

import dev.plumbline.cohort.bundle.Alteration;
import dev.plumbline.report.TextReport;
import dev.plumbline.text.Line;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Tone;
import dev.plumbline.text.Wrap;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A replay for a person: the judgement first, then whether the bundle holds. */
public final class ReplayText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Phrases phrases;
    private final int width;
    private final UnaryOperator<String> typed;

    /**
     * In those words, in so many columns.
     *
     * @param typed what has to be typed for a command such as {@code lab read LAB TOPIC} where the reader is
     */
    public ReplayText(Phrases phrases, int width, UnaryOperator<String> typed) {
        this.phrases = phrases;
        this.width = width;
        this.typed = typed;
    }

    /** One bundle. */
    public List<Line> lines(Replay replay) {
        List<Line> out = new ArrayList<>();
        out.addAll(Wrap.at(width, Line.of(replay.file().toString(), Tone.STRONG), 2));
        if (replay instanceof Replay.Refused refused) {
            add(out, Line.of("  Not judged. ", Tone.BAD).plus(refused.why()));
        } else if (replay instanceof Replay.Judged judged) {
            judged(judged, out);
        }
        out.add(Line.EMPTY);
        return out;
    }

    private void judged(Replay.Judged judged, List<Line> out) {
        add(
                out,
                Line.of(
                        "  Handed in " + TIME.format(judged.manifest().written()) + ", written by Plumbline "
                                + judged.manifest().plumbline() + ".",
                        Tone.MUTED));
        judged.notes().forEach(note -> add(out, Line.of("  " + note, Tone.WAITING)));
        out.add(Line.EMPTY);
        out.addAll(TextReport.judgement(judged.report(), phrases, judged.files(), width, typed));
        out.add(Line.EMPTY);
        if (judged.differences().isEmpty()) {
            add(
                    out,
                    Line.of("The same as it claims: ", Tone.GOOD)
                            .plus("verdict " + judged.claimed() + ", and each of "
                                    + judged.report().requirements().size() + " requirements."));
        } else {
            add(out, Line.of("Not what it claims:", Tone.BAD));
            judged.differences()
                    .forEach(d -> add(
                            out,
                            Line.of("  " + d.what() + ": claims " + d.claimed() + ", and the evidence gives "
                                    + d.judged() + ".")));
        }
        if (judged.alterations().isEmpty()) {
            add(
                    out,
                    Line.of("Not changed since, ", Tone.GOOD)
                            .plus("and file, state, plan and AWS's answers fit together."));
        } else {
            add(out, Line.of("Changed, or does not fit together:", Tone.BAD));
            judged.alterations().forEach(a -> add(out, Line.of("  " + sentence(a))));
        }
        add(
                out,
                Line.of(
                        "No Terraform command was run. A bundle can be forged as a whole: only lab grade, which does the work"
                                + " anew, proves it.",
                        Tone.MUTED));
    }

    /** A file and what is wrong with it make one sentence; layers have a sentence of their own. */
    private static String sentence(Alteration alteration) {
        return alteration.part() + (alteration.part().contains(".") ? " " : ": ") + alteration.says();
    }

    /** Several bundles, one line each. */
    public List<Line> summary(List<Replay> replays) {
        List<Line> out = new ArrayList<>();
        out.add(Line.of("All " + replays.size(), Tone.STRONG));
        for (Replay replay : replays) {
            Line line = Line.of("  ");
            if (replay instanceof Replay.Judged judged) {
                line = line.plus(phrases.say(
                                "verdict." + judged.report().verdict().word()))
                        .pad(24)
                        .plus(judged.holds() ? "holds" : "does not hold", judged.holds() ? Tone.GOOD : Tone.BAD)
                        .pad(40);
            } else {
                line = line.plus("not judged", Tone.BAD).pad(40);
            }
            add(out, line.plus(replay.file().toString()));
        }
        return out;
    }

    private void add(List<Line> out, Line line) {
        out.addAll(Wrap.at(width, line, 4));
    }
}
