package dev.plumbline.authoring.mutation;

import dev.plumbline.authoring.mutation.MutationReport.Survivor;
import dev.plumbline.text.Line;
import dev.plumbline.text.Tone;
import dev.plumbline.text.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report for a person: counts, then every survivor with its diff. */
final class MutationText {
    private MutationText() {}

    static List<Line> lines(MutationReport report, int width) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(report.lab().id(), Tone.STRONG)
                .plus(": " + report.mutants() + " mutants, " + report.killed() + " killed, "
                        + report.survived().size() + " survived, "
                        + report.accepted().size() + " accepted; " + report.equivalents() + " equivalents, "
                        + report.wronglyFailed().size() + " wrongly failed."));
        lines.add(Line.of(
                String.format(
                        Locale.ROOT,
                        "  %.0f s, of which %.0f s for the mutants of files and code",
                        report.millis() / 1000.0,
                        report.planMillis() / 1000.0),
                Tone.MUTED));
        report.byKind()
                .forEach((kind, count) ->
                        lines.add(Line.of(String.format(Locale.ROOT, "  %4d  %s", count, kind.words()), Tone.MUTED)));
        lines.add(Line.of("  kept from passing by:", Tone.MUTED));
        report.lab()
                .requirements()
                .forEach(requirement -> lines.add(Line.of(
                        String.format(
                                Locale.ROOT,
                                "  %4d  %s",
                                report.byRequirement().getOrDefault(requirement.id(), 0),
                                requirement.id()),
                        Tone.MUTED)));
        section(lines, width, "Survived, and nothing explains it:", report.survived(), Tone.BAD, "should catch it");
        section(lines, width, "Wrongly failed:", report.wronglyFailed(), Tone.BAD, "rejects it");
        section(lines, width, "Accepted:", report.accepted(), Tone.MUTED, "would catch it");
        report.unneeded()
                .forEach(id ->
                        lines.add(Line.of("mutants.yaml accepts " + id + ", which no longer survives.", Tone.WAITING)));
        lines.add(Line.EMPTY);
        lines.add(
                report.holds()
                        ? Line.of("The lab holds: no mutant survives unexplained, no equivalent fails.", Tone.GOOD)
                        : Line.of(
                                "The lab does not hold yet. docs/authoring.md, \"Mutants\", says what to do.",
                                Tone.BAD));
        return lines;
    }

    private static void section(
            List<Line> lines, int width, String title, List<Survivor> survivors, Tone tone, String verb) {
        if (survivors.isEmpty()) {
            return;
        }
        lines.add(Line.EMPTY);
        lines.add(Line.of(title, Tone.STRONG));
        for (Survivor one : survivors) {
            lines.add(Line.EMPTY);
            lines.add(Line.of("  " + one.id(), tone));
            lines.addAll(Wrap.at(width, Line.of("    " + one.kind() + "; " + verb + ": " + one.requirement()), 4));
            if (!one.why().isEmpty()) {
                lines.addAll(Wrap.at(width, Line.of("    " + one.why()), 4));
            }
            one.diff()
                    .lines()
                    .forEach(text ->
                            lines.add(Line.of("    " + text, toneOf(text)).clip(width)));
        }
    }

    private static Tone toneOf(String diffLine) {
        if (diffLine.startsWith("+")) {
            return Tone.GOOD;
        }
        return diffLine.startsWith("-") ? Tone.BAD : Tone.MUTED;
    }
}
