package dev.plumbline.coaching;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.Finding;
import dev.plumbline.grading.Remedy;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.RequirementResult;
import dev.plumbline.grading.Status;
import dev.plumbline.lab.Check;
import dev.plumbline.lab.Hint;
import dev.plumbline.lab.HintReader;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabText;
import dev.plumbline.workspace.JournalEntry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hints that depend on what is really there: a ladder from a nudge to the exact place, chosen by the diagnosis, then by the
 * requirement's status. What was shown is counted elsewhere; this only answers.
 */
public final class Hints {
    /** Of what is open, what a learner would ask about first. */
    private static final List<Status> URGENCY = List.of(Status.UNMET, Status.BLOCKED, Status.PENDING);

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
     * @param key under which to count what was shown: another mistake or situation has another ladder
     * @param title the requirement in words
     * @param seen what the layers show for it, the file's part and the cloud's part, in one or two sentences
     * @param steps from a nudge to the exact place
     */
    public record Ladder(String requirement, String key, String title, String seen, List<String> steps) {
        public Ladder {
            steps = List.copyOf(steps);
        }
    }

    /** A hint, and the diagnosis that led to it, if one did. */
    private record Choice(Hint hint, @Nullable Diagnosis cause) {}

    /**
     * The ladders of all open requirements: first that of the cause that stands in the way, then what is unmet, then what
     * waits. Where several wait for the same cause, its ladder is there once, for the first of them.
     *
     * @param workspace the learner's folder, for the texts
     */
    public List<Ladder> open(Report report, Path workspace) {
        Map<String, Ladder> ladders = new LinkedHashMap<>();
        Optional<Diagnosis> cause = cause(report);
        report.requirements().stream()
                .filter(r -> r.status() != Status.MET)
                .sorted(Comparator.comparing((RequirementResult r) -> !isLost(r))
                        .thenComparing(r -> !isAbout(report, r, cause))
                        .thenComparing(r -> URGENCY.indexOf(r.status())))
                .forEach(r -> ladder(report, r.id(), workspace)
                        .ifPresent(ladder -> ladders.putIfAbsent(subject(report, r), ladder)));
        return List.copyOf(ladders.values());
    }

    /**
     * The ladder to climb next: the first open one that has rungs left; where all are climbed, the first. Empty where
     * nothing is open.
     *
     * @param shown how many rungs of each ladder were shown, by its key
     */
    public Optional<Ladder> next(Report report, Map<String, Integer> shown, Path workspace) {
        List<Ladder> open = open(report, workspace);
        return open.stream()
                .filter(ladder ->
                        shown.getOrDefault(ladder.key(), 0) < ladder.steps().size())
                .findFirst()
                .or(() -> open.stream().findFirst());
    }

    /** Whether the hint for a requirement is the one on the cause. */
    private boolean isAbout(Report report, RequirementResult result, Optional<Diagnosis> cause) {
        return choose(report, result)
                .filter(choice -> choice.hint().requirement().equals(result.id()))
                .filter(choice -> Optional.ofNullable(choice.cause()).equals(cause) && cause.isPresent())
                .isPresent();
    }

    private static Optional<Diagnosis> cause(Report report) {
        return report.diagnoses().stream().filter(d -> !d.remark()).findFirst();
    }

    /** What to note when the answer itself was asked for: the last rung of what is open. */
    public Optional<JournalEntry.Hinted> last(Report report, Path workspace) {
        return open(report, workspace).stream()
                .findFirst()
                .map(ladder -> new JournalEntry.Hinted(
                        Instant.now(), ladder.key(), ladder.steps().size()));
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
        Optional<Choice> chosen = choice(report, result.get());
        if (chosen.isEmpty()) {
            return fromTheCoach(report, result.get());
        }
        return chosen.map(choice -> {
            LabText text = text(report, result.get(), choice.cause(), workspace);
            return new Ladder(
                    requirement,
                    requirement + " " + about(choice.hint()),
                    result.get().title(),
                    seen(report, result.get()),
                    choice.hint().steps().stream()
                            .map(step -> text.render(step).strip())
                            .toList());
        });
    }

    private Optional<Choice> choice(Report report, RequirementResult result) {
        boolean lost =
                result.status() != Status.MET && report.requirements().stream().anyMatch(Hints::isLost);
        return lost ? Optional.empty() : choose(report, result);
    }

    /** What a ladder is about, whoever asks: the author's hint, or else what the coach has found. */
    private String subject(Report report, RequirementResult result) {
        return choice(report, result)
                .map(choice -> choice.hint().requirement() + " " + about(choice.hint()))
                .or(() -> cause(report).map(found -> "coach " + found.mistake()))
                .orElse(result.id());
    }

    private static boolean isLost(RequirementResult result) {
        return result.remedy() == Remedy.RESET && result.status() != Status.MET;
    }

    /** Where the author has no ladder: what the coach has found, from its name to what helps. */
    private static Optional<Ladder> fromTheCoach(Report report, RequirementResult result) {
        Optional<Diagnosis> cause = cause(report);
        if (cause.isEmpty()) {
            return result.status() == Status.UNMET && !result.message().isBlank()
                    ? Optional.of(new Ladder(
                            result.id(), result.id() + " message", result.title(), "", List.of(result.message())))
                    : Optional.empty();
        }
        Diagnosis found = cause.get();
        List<String> steps = new ArrayList<>(List.of(found.title() + ".", found.explanation()));
        if (found.next() != null) {
            String command = found.commandFirst() ? " " + found.command() : "";
            steps.add(sentence(found.next() + command, command.isEmpty()));
        } else if (found.command() != null) {
            steps.add(found.command());
        }
        return Optional.of(
                new Ladder(result.id(), result.id() + " coach " + found.mistake(), result.title(), "", steps));
    }

    private static String sentence(@Nullable String words, boolean stop) {
        String text = String.valueOf(words);
        String end = stop && !text.endsWith(".") ? "." : "";
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + end;
    }

    /** Each mistake, and each situation without one, has a ladder of its own, which begins at its first rung. */
    private static String about(Hint hint) {
        return hint.mistake().isEmpty() ? hint.when() : hint.mistake();
    }

    private Optional<Choice> choose(Report report, RequirementResult result) {
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
                    return Optional.of(new Choice(exact.get(), diagnosis));
                }
            }
        }
        boolean unapplied = result.status() == Status.UNMET && result.fileIsRight();
        if (result.status() == Status.PENDING || result.status() == Status.BLOCKED || unapplied || isLast(result)) {
            // What stands in the way of another requirement stands in the way of this one: "now apply" would be no
            // help.
            Optional<Choice> cause = inTheWay(report, status, stage);
            if (cause.isPresent()) {
                return cause;
            }
        }
        List<Hint> plain = hints.stream()
                .filter(h -> h.requirement().equals(result.id()) && h.mistake().isEmpty())
                .toList();
        // "The file is right, apply it" is what is to be said there; "change line 9" would be wrong.
        List<String> words = unapplied ? List.of(Hint.UNAPPLIED, Status.PENDING.word()) : List.of(status);
        return words.stream()
                .flatMap(word -> plain.stream().filter(h -> h.when().equals(word)))
                .findFirst()
                .or(() -> plain.stream().filter(h -> h.when().equals(stage)).findFirst())
                .or(() -> plain.stream().filter(h -> h.when().equals("any")).findFirst())
                .map(hint -> new Choice(hint, null));
    }

    /** A clean plan comes last: whatever else is wrong keeps it from being one. */
    private boolean isLast(RequirementResult result) {
        return result.status() == Status.UNMET
                && lab.requirements().stream()
                        .anyMatch(r -> r.id().equals(result.id()) && r.check() instanceof Check.NoChanges);
    }

    private Optional<Choice> inTheWay(Report report, String status, String stage) {
        return cause(report).flatMap(d -> hints.stream()
                .filter(h -> h.mistake().equals(d.mistake()) && fits(h, status, stage))
                .findFirst()
                .map(hint -> new Choice(hint, d)));
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
        return cause(report)
                .map(d -> result.message().isEmpty() ? d.explanation() : result.message())
                .orElse(result.message());
    }

    private LabText text(Report report, RequirementResult result, @Nullable Diagnosis cause, Path workspace) {
        LabText text = LabText.of(lab).and("workspace", workspace.toString());
        Finding.Place place = cause == null ? place(result) : cause.place();
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

    /** Where the requirement itself is looked at: another mistake's place would name the wrong line. */
    private static Finding.@Nullable Place place(RequirementResult result) {
        return result.evidence().stream()
                .map(Finding::place)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
