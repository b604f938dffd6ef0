package dev.plumbline.coaching;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.Finding;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.RequirementResult;
import dev.plumbline.grading.Status;
import dev.plumbline.lab.Check;
import dev.plumbline.lab.Hint;
import dev.plumbline.lab.HintReader;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hints that depend on what is really there: a ladder from a nudge to the exact place, chosen by the diagnosis, then by the
 * requirement's status. What was shown is counted elsewhere; this only answers.
 */
public final class Hints {
    private final Lab lab;
    private final List<Hint> hints;

    private Hints(Lab lab, List<Hint> hints) {
        this.lab = lab;
        this.hints = hints;
    }

    /**
     * The hints of a lab.
     *
     * @throws dev.plumbline.lab.LabFileException if its hints cannot be used
     */
    public static Hints of(Lab lab) {
        return new Hints(lab, HintReader.read(lab));
    }

    /**
     * A ladder of hints.
     *
     * @param requirement whose
     * @param title the requirement in words
     * @param seen what the layers show for it, the file's part and the cloud's part, in one or two sentences
     * @param steps from a nudge to the exact place
     */
    public record Ladder(String requirement, String title, String seen, List<String> steps) {
        public Ladder {
            steps = List.copyOf(steps);
        }
    }

    /** The requirement a learner would ask about next: the first that is unmet, else the first that is not met. */
    public static Optional<RequirementResult> next(Report report) {
        return first(report, Status.UNMET)
                .or(() -> first(report, Status.BLOCKED))
                .or(() -> first(report, Status.PENDING));
    }

    private static Optional<RequirementResult> first(Report report, Status status) {
        return report.requirements().stream().filter(r -> r.status() == status).findFirst();
    }

    /**
     * The ladder for one requirement; empty if the report has no such requirement or the lab says nothing on it.
     *
     * @param workspace the learner's folder, for the texts
     */
    public Optional<Ladder> ladder(Report report, String requirement, Path workspace) {
        Optional<RequirementResult> result = report.requirements().stream()
                .filter(r -> r.id().equals(requirement))
                .findFirst();
        if (result.isEmpty()) {
            return Optional.empty();
        }
        Optional<Hint> hint = choose(report, result.get());
        return hint.map(h -> new Ladder(
                requirement,
                result.get().title(),
                seen(report, result.get()),
                h.steps().stream()
                        .map(step -> text(report, result.get(), workspace)
                                .render(step)
                                .strip())
                        .toList()));
    }

    private Optional<Hint> choose(Report report, RequirementResult result) {
        String status = result.status().word();
        String stage = report.stage().word();
        if (result.status() != Status.MET) {
            for (Diagnosis diagnosis : report.diagnoses()) {
                Optional<Hint> exact = hints.stream()
                        .filter(h -> h.requirement().equals(result.id())
                                && h.mistake().equals(diagnosis.mistake()))
                        .filter(h -> fits(h, status, stage))
                        .findFirst();
                if (exact.isPresent()) {
                    return exact;
                }
            }
        }
        if (result.status() == Status.PENDING || result.status() == Status.BLOCKED || isLast(result)) {
            // What stands in the way of another requirement stands in the way of this one: "now apply" would be no
            // help.
            Optional<Hint> cause = inTheWay(report, status, stage);
            if (cause.isPresent()) {
                return cause;
            }
        }
        List<Hint> plain = hints.stream()
                .filter(h -> h.requirement().equals(result.id()) && h.mistake().isEmpty())
                .toList();
        return plain.stream()
                .filter(h -> h.when().equals(status))
                .findFirst()
                .or(() -> plain.stream().filter(h -> h.when().equals(stage)).findFirst())
                .or(() -> plain.stream().filter(h -> h.when().equals("any")).findFirst());
    }

    /** A clean plan comes last: whatever else is wrong keeps it from being one. */
    private boolean isLast(RequirementResult result) {
        return result.status() == Status.UNMET
                && lab.requirements().stream()
                        .anyMatch(r -> r.id().equals(result.id()) && r.check() instanceof Check.NoChanges);
    }

    private Optional<Hint> inTheWay(Report report, String status, String stage) {
        return report.diagnoses().stream().filter(d -> !d.remark()).findFirst().flatMap(d -> hints.stream()
                .filter(h -> h.mistake().equals(d.mistake()) && fits(h, status, stage))
                .findFirst());
    }

    private static boolean fits(Hint hint, String status, String stage) {
        return hint.when().equals("any")
                || hint.when().equals(status)
                || hint.when().equals(stage);
    }

    /** What is really there: the diagnosis where one says why, else the requirement's own message. */
    private static String seen(Report report, RequirementResult result) {
        if (result.status() == Status.MET) {
            return result.message();
        }
        return report.diagnoses().stream()
                .filter(d -> !d.remark())
                .findFirst()
                .map(d -> result.message().isEmpty() ? d.explanation() : result.message())
                .orElse(result.message());
    }

    private LabText text(Report report, RequirementResult result, Path workspace) {
        LabText text = LabText.of(lab).and("workspace", workspace.toString());
        Finding.Place place = place(report, result);
        if (place != null) {
            text = text.and("file", place.file()).and("line", place.line()).and("column", place.column());
        }
        String expected = result.expected();
        String actual = result.actual();
        if (expected != null) {
            text = text.and("expected", expected);
        }
        if (actual != null) {
            text = text.and("actual", actual);
        }
        String command = report.diagnoses().stream()
                .filter(d -> !d.remark() && d.command() != null)
                .map(d -> String.valueOf(d.command()))
                .findFirst()
                .orElse("");
        if (!command.isEmpty()) {
            text = text.and("command", command);
        }
        return text.and("address", address(command));
    }

    /** The learner's own address where a command names it, else as one would write it. */
    private String address(String command) {
        Wanted wanted = Wanted.of(lab);
        Matcher own = Pattern.compile(Pattern.quote(wanted.type()) + "\\.[\\w-]+(\\[[^\\]]+])?")
                .matcher(command);
        return own.find() ? own.group() : wanted.type() + "." + wanted.label();
    }

    private static Finding.@org.jspecify.annotations.Nullable Place place(Report report, RequirementResult result) {
        for (Diagnosis diagnosis : report.diagnoses()) {
            if (diagnosis.place() != null && !diagnosis.remark()) {
                return diagnosis.place();
            }
        }
        return result.evidence().stream()
                .map(Finding::place)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
