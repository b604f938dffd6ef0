package dev.plumbline.cohort.handin;

import dev.plumbline.cohort.bundle.Manifest.LeftOut;
import dev.plumbline.cohort.bundle.Manifest.Masked;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.Verdict;
import dev.plumbline.report.Checklist;
import dev.plumbline.text.Line;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Tone;
import dev.plumbline.text.Wrap;
import java.util.ArrayList;
import java.util.List;

/** What a learner is told of a bundle: how the work stands, where the file is, what is in it and what is not. */
public final class HandInText {
    private final Phrases phrases;
    private final int width;

    /** In those words, in so many columns. */
    public HandInText(Phrases phrases, int width) {
        this.phrases = phrases;
        this.width = width;
    }

    /**
     * All of it.
     *
     * @param file where it was written, as a person finds it
     * @param look the command that shows what is in it
     * @param replay the command that judges it again
     */
    public List<Line> lines(Report report, PackedWork packed, String file, String look, String replay) {
        List<Line> out = new ArrayList<>();
        out.add(verdict(report));
        String trouble = report.trouble();
        if (trouble == null) {
            report.requirements().forEach(r -> out.add(Checklist.line(r, phrases, width)));
        } else {
            add(out, 2, trouble);
            add(
                    out,
                    2,
                    report.verdict() == Verdict.NOT_GRADABLE
                            ? "It is handed in all the same; without a text to judge it earns nothing and costs nothing."
                            : "That is no fault of your work: it is handed in all the same, and can be judged where this"
                                    + " does not stand in the way.");
        }
        out.add(Line.EMPTY);
        out.addAll(Wrap.at(width, Line.of("The bundle is ", Tone.PLAIN).plus(file, Tone.STRONG), 2));
        out.add(Line.of("  " + size(packed.size()) + ". In it: the judgement and its evidence, and of your folder"));
        add(out, 4, packed.work().isEmpty() ? "no file" : String.join(", ", packed.work()));
        masked(packed, out);
        leftOut(packed, out);
        out.add(Line.EMPTY);
        command(out, "To see what is in it:", look);
        command(out, "To judge it again:", replay);
        return out;
    }

    private Line verdict(Report report) {
        Line line = Line.of(report.lab(), Tone.STRONG)
                .plus("  ")
                .plus(
                        phrases.say("verdict." + report.verdict().word()),
                        report.verdict() == Verdict.PASSED ? Tone.GOOD : Tone.STRONG);
        return report.score().isPresent()
                ? line.plus("  "
                        + phrases.say("report.score", "score", report.score().getAsInt(), "max", report.maxScore()))
                : line;
    }

    private void masked(PackedWork packed, List<Line> out) {
        List<Masked> masked = packed.manifest().masked();
        if (masked.isEmpty()) {
            return;
        }
        out.add(Line.of("  Masked, by letters in its place, in the bundle alone:", Tone.WAITING));
        for (Masked one : masked) {
            add(out, 4, one.what() + "  " + one.file() + (one.line() > 0 ? ":" + one.line() : ""));
        }
        boolean code = masked.stream()
                .anyMatch(m -> m.file().endsWith(".tf") || m.file().endsWith(".tf.json"));
        if (code) {
            add(
                    out,
                    2,
                    "Keys and secrets in code are read by everybody who reads the code. Take them out of it and, if they open"
                            + " anything, make new ones: Terraform finds AWS keys in the environment and in your AWS"
                            + " profile.");
        }
    }

    private void leftOut(PackedWork packed, List<Line> out) {
        List<LeftOut> leftOut = packed.manifest().leftOut();
        if (!leftOut.isEmpty()) {
            out.add(Line.of("  Left out:"));
            leftOut.forEach(one -> add(out, 4, one.name() + ": " + one.why()));
        }
    }

    private void command(List<Line> out, String words, String command) {
        Line line = Line.of(words + " ").plus(command, Tone.COMMAND);
        if (line.width() <= width) {
            out.add(line);
        } else {
            out.add(Line.of(words));
            out.add(Line.of("  ").plus(command, Tone.COMMAND)); // in one piece, so that it can be copied
        }
    }

    private void add(List<Line> out, int indent, String text) {
        text.lines().forEach(part -> Wrap.at(width - indent, part).forEach(l -> out.add(l.indent(indent))));
    }

    private static String size(long bytes) {
        return bytes < 10_000 ? bytes + " bytes" : (bytes + 999) / 1000 + " kB";
    }
}
