package dev.plumbline.authoring.proof;

import dev.plumbline.text.Line;
import dev.plumbline.text.Tone;
import dev.plumbline.text.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The results for a person: one line for each answer, and below it what is not as the author says. */
final class ProofText {
    private static final int NAME = 28;

    private ProofText() {}

    /** The line of one trial, with its faults below. */
    static List<Line> lines(Trial trial, int width) {
        List<Line> lines = new ArrayList<>();
        String sign = trial.asExpected() ? "✓ " : "✗ ";
        String name = trial.name();
        String padded = name.length() >= NAME ? name + " " : name + " ".repeat(NAME - name.length());
        lines.add(Line.of(sign, trial.asExpected() ? Tone.GOOD : Tone.BAD)
                .plus(padded)
                .plus(String.format(Locale.ROOT, "%5.1f s  ", trial.millis() / 1000.0), Tone.MUTED)
                .plus(trial.expected().words(), Tone.MUTED)
                .clip(width));
        for (String fault : trial.faults()) {
            fault.lines().forEach(part -> lines.addAll(Wrap.at(width, Line.of("    " + part), 4)));
        }
        return lines;
    }

    /** The last line. */
    static Line summary(String lab, List<Trial> trials, long millis) {
        long wrong = trials.stream().filter(t -> !t.asExpected()).count();
        String time = String.format(Locale.ROOT, " in %.0f s.", millis / 1000.0);
        return wrong == 0
                ? Line.of(lab + ": all " + trials.size() + " answers come out as they should" + time, Tone.GOOD)
                : Line.of(
                        lab + ": " + wrong + " of " + trials.size() + " answers do not come out as they should" + time,
                        Tone.BAD);
    }
}
