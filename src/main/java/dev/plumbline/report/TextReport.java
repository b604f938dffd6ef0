package dev.plumbline.report;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.Finding;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.RequirementResult;
import dev.plumbline.grading.Status;
import dev.plumbline.text.Excerpt;
import dev.plumbline.text.Line;
import dev.plumbline.text.Look;
import dev.plumbline.text.Painter;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Tone;
import dev.plumbline.text.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The report for people: where they stand, what stands in the way, and the one next step. */
public final class TextReport {
    private static final int INDENT = 13;
    private static final int SAYS = INDENT + 10;
    private final Phrases phrases;
    private final SourceFiles files;
    private final int width;
    private final UnaryOperator<String> typed;

    /** The lab, where commands are written as for the shell; null in a session, which knows its lab. */
    private final @Nullable String shell;

    /**
     * A writer of reports for a session, where commands are typed without {@code lab}.
     *
     * @param phrases the program's sentences ({@code content/session/<language>.yaml})
     * @param files the learner's files, for excerpts
     * @param width columns to fit into
     */
    public TextReport(Phrases phrases, SourceFiles files, int width) {
        this(phrases, files, width, null, command -> command);
    }

    private TextReport(
            Phrases phrases, SourceFiles files, int width, @Nullable String shell, UnaryOperator<String> typed) {
        this.shell = shell;
        this.phrases = phrases;
        this.files = files;
        this.width = Math.min(width, 100);
        this.typed = typed;
    }

    /** The whole report as text for the shell, each line with its end. */
    public static String write(Report report, Phrases phrases, SourceFiles files, Look look) {
        return write(report, phrases, files, look, command -> command);
    }

    /**
     * The same where commands are typed in another way.
     *
     * @param typed what has to be typed for a command such as {@code lab fix LAB --apply} where the reader is
     */
    public static String write(
            Report report, Phrases phrases, SourceFiles files, Look look, UnaryOperator<String> typed) {
        return new Painter(look).paint(new TextReport(phrases, files, look.width(), report.lab(), typed).lines(report));
    }

    /** The report as styled lines for who judges work: all but the learner's next step. */
    public static List<Line> judgement(
            Report report, Phrases phrases, SourceFiles files, int width, UnaryOperator<String> typed) {
        return new TextReport(phrases, files, width, report.lab(), typed).judgement(report);
    }

    /** The whole report as styled lines. */
    public List<Line> lines(Report report) {
        List<Line> out = judgement(report);
        out.add(Line.EMPTY);
        NextStep step = NextStep.of(report, phrases);
        out.addAll(next(shell == null ? step.inSession(report.lab()) : step));
        return out;
    }

    private List<Line> judgement(Report report) {
        List<Line> out = new ArrayList<>();
        out.addAll(Wrap.at(width, headline(report), 2));
        String trouble = report.trouble();
        if (trouble != null) {
            out.add(Line.EMPTY);
            out.addAll(indented(2, trouble));
        }
        if (!report.requirements().isEmpty()) {
            out.add(Line.EMPTY);
            report.requirements().forEach(r -> out.addAll(requirement(r, trouble)));
        }
        diagnoses(report, out);
        if (!report.remarks().isEmpty()) {
            out.add(Line.EMPTY);
            out.add(Line.of(phrases.say("report.remarks"), Tone.STRONG));
            report.remarks().forEach(r -> out.addAll(bullet(r)));
        }
        return out;
    }

    private Line headline(Report report) {
        Tone tone =
                switch (report.verdict()) {
                    case PASSED -> Tone.GOOD;
                    case FAILED -> Tone.STRONG;
                    case NOT_GRADABLE, COULD_NOT_GRADE -> Tone.WAITING;
                };
        Line line = Line.of(report.lab(), Tone.STRONG)
                .plus("  ")
                .plus(phrases.say("verdict." + report.verdict().word()), tone);
        OptionalInt score = report.score();
        if (score.isPresent() && report.maxScore() > 0) {
            line = line.plus("  ")
                    .plus(phrases.say("report.score", "score", score.getAsInt(), "max", report.maxScore()));
        }
        return line.plus(
                "  "
                        + phrases.say(
                                "report.stage",
                                "stage",
                                phrases.say("stage." + report.stage().word())),
                Tone.MUTED);
    }

    /** What keeps everything from being judged is said once, above: not again under every requirement. */
    private List<Line> requirement(RequirementResult result, @Nullable String trouble) {
        List<Line> out = new ArrayList<>();
        Line head = Checklist.mark(result.status(), phrases).pad(INDENT).plus(result.title());
        out.addAll(Wrap.at(width, head, INDENT));
        if (result.status() == Status.MET || result.message().equals(trouble)) {
            return out;
        }
        out.addAll(reasons(result));
        return out;
    }

    /** Why a requirement is not met: what was expected, what was found, and what each layer says. */
    public List<Line> reasons(RequirementResult result) {
        List<Line> out = new ArrayList<>();
        expectation(result, out);
        if (!result.message().isBlank()) {
            out.addAll(indented(INDENT, result.message()));
        }
        if (result.status() == Status.UNMET) {
            result.evidence().forEach(finding -> out.addAll(evidence(finding)));
        }
        return out;
    }

    private void expectation(RequirementResult result, List<Line> out) {
        String expected = result.expected();
        String actual = result.actual();
        if (result.status() != Status.UNMET || expected == null) {
            return;
        }
        String text = actual == null
                ? phrases.say("report.expected", "expected", visible(expected))
                : phrases.say("report.expected-found", "expected", visible(expected), "actual", visible(actual));
        out.addAll(indented(INDENT, text));
    }

    /** Identical-looking values are no help: spaces at the ends are put in quotes. */
    private static String visible(String value) {
        return value.isEmpty() || !value.equals(value.strip()) ? '"' + value + '"' : value;
    }

    private List<Line> evidence(Finding finding) {
        Line line = Line.of(
                        " ".repeat(INDENT)
                                + phrases.say("layer." + finding.layer().word()),
                        Tone.MUTED)
                .pad(SAYS)
                .plus(finding.says());
        Finding.Place place = finding.place();
        if (place != null) {
            line = line.plus("  " + at(place), Tone.MUTED);
        }
        return Wrap.at(width, line, SAYS);
    }

    private static String at(Finding.Place place) {
        return String.format(Locale.ROOT, "%s:%d:%d", place.file(), place.line(), place.column());
    }

    private void diagnoses(Report report, List<Line> out) {
        List<Diagnosis> causes =
                report.diagnoses().stream().filter(d -> !d.remark()).toList();
        if (!causes.isEmpty()) {
            out.add(Line.EMPTY);
            out.add(Line.of(phrases.say("report.in-the-way"), Tone.STRONG));
            causes.forEach(cause -> out.addAll(diagnosis(cause)));
        }
        out.addAll(noted(report));
    }

    /** What stands in nobody's way and is worth knowing: a leftover in another region, a resource too many. May be empty. */
    public List<Line> noted(Report report) {
        List<Line> out = new ArrayList<>();
        report.diagnoses().stream()
                .filter(Diagnosis::remark)
                .forEach(remark -> out.addAll(bullet(remark.title() + ". " + remark.explanation())));
        if (!out.isEmpty()) {
            out.add(0, Line.of(phrases.say("report.noted"), Tone.STRONG));
            out.add(0, Line.EMPTY);
        }
        return out;
    }

    /** One diagnosis with its place in the file, why, and the edit or command that helps. */
    public List<Line> diagnosis(Diagnosis diagnosis) {
        List<Line> out = new ArrayList<>();
        out.add(Line.EMPTY);
        Finding.Place place = diagnosis.place();
        Line title = Line.of("  ").plus(diagnosis.title(), Tone.BAD);
        out.addAll(Wrap.at(width, place == null ? title : title.plus("  " + at(place), Tone.MUTED), 2));
        if (place != null) {
            files.text(place.file())
                    .map(text -> Excerpt.around(text, place.line(), place.column(), 1, width - 2))
                    .ifPresent(lines -> lines.forEach(line -> out.add(line.indent(2))));
        }
        out.addAll(indented(2, diagnosis.explanation()));
        help(diagnosis, out);
        consequences(diagnosis.consequences(), out);
        return out;
    }

    private void help(Diagnosis diagnosis, List<Line> out) {
        Diagnosis.Fix fix = diagnosis.fix();
        String command = diagnosis.command();
        boolean first = fix != null && diagnosis.commandFirst();
        if (command != null && first) {
            out.add(command(phrases.say("report.first"), command));
        }
        if (fix != null && !WholeAnswer.isWrittenBy(fix, files)) {
            String words = first
                    ? phrases.say("report.then-fix", "summary", fix.summary())
                    : phrases.say("report.fix", "summary", fix.summary());
            out.addAll(indented(2, words));
            FixDiff.lines(fix, files, width - 4).forEach(line -> out.add(line.indent(4)));
        }
        if (command != null && diagnosis.next() == null) { // else it comes after something else, as "Next:" says
            out.add(command(phrases.say("report.command"), command));
        }
        String topic = diagnosis.topic();
        if (topic != null) {
            String read = shell == null ? "read " + topic : typed.apply("lab read " + shell + " " + topic);
            Line line = Line.of("  " + phrases.say("report.topic") + " ", Tone.MUTED);
            out.addAll(withCommand(line, read, 2));
        }
    }

    private Line command(String label, String command) {
        return Line.of("  " + label + " ").plus(typed.apply(command), Tone.COMMAND);
    }

    private void consequences(List<String> consequences, List<Line> out) {
        if (!consequences.isEmpty()) {
            out.addAll(Wrap.at(
                    width,
                    Line.of(
                            "  " + phrases.say("report.consequences", "what", String.join("; ", consequences)),
                            Tone.MUTED),
                    2));
        }
    }

    /** The next step as a line or two. */
    public List<Line> next(NextStep step) {
        Line line = Line.of(phrases.say("report.next") + " ", Tone.STRONG).plus(step.words());
        @Nullable String command = step.command();
        return command == null ? Wrap.at(width, line, 6) : withCommand(line.plus(" "), typed.apply(command), 6);
    }

    /** A command in one piece, so that it can be copied: on a line of its own where it does not fit behind the words. */
    private List<Line> withCommand(Line words, String command, int hanging) {
        Line whole = words.plus(command, Tone.COMMAND);
        List<Line> lines = new ArrayList<>(Wrap.at(width, whole, hanging));
        if (lines.get(lines.size() - 1).text().contains(command)) {
            return lines;
        }
        lines = new ArrayList<>(Wrap.at(width, words, hanging));
        lines.add(Line.EMPTY.indent(hanging).plus(command, Tone.COMMAND));
        return lines;
    }

    private List<Line> bullet(String text) {
        return Wrap.at(width, Line.of("  · " + text), 4);
    }

    private List<Line> indented(int columns, String text) {
        List<Line> out = new ArrayList<>();
        text.lines().forEach(part -> Wrap.at(width - columns, part).forEach(line -> out.add(line.indent(columns))));
        return out;
    }
}
