package dev.plumbline.coaching;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.Finding;
import dev.plumbline.grading.Verdict;
import dev.plumbline.terraform.Diagnostic;
import dev.plumbline.terraform.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes diagnoses of what has been seen: one message a mistake, consequences folded under their cause, cause first. */
final class Ranking {
    /** More at once help nobody. */
    private static final int MOST = 6;

    private final Situation situation;
    private final Catalogue catalogue;

    Ranking(Situation situation) {
        this.situation = situation;
        this.catalogue = situation.catalogue();
    }

    List<Diagnosis> diagnoses(List<Sighting> seen) {
        List<Sighting> all = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>();
        for (Sighting sighting : seen) {
            if (catalogue.mistakes().containsKey(sighting.mistake()) && keys.add(key(sighting))) {
                all.add(sighting);
            }
        }
        all = withoutConsequences(all);
        List<Sighting> kept =
                new ArrayList<>(all.stream().filter(this::isAllowed).toList());
        kept.sort(order());
        oncePerFix(kept);
        List<Diagnostic> loose = new ArrayList<>(situation.errors());
        List<Diagnosis> done = new ArrayList<>();
        for (Sighting sighting : kept) {
            done.add(diagnosis(sighting, consequences(sighting, loose)));
        }
        if (!situation.isBroken() && situation.report().verdict() != Verdict.PASSED) {
            uncatalogued(loose, done);
        } else if (done.isEmpty() && situation.report().verdict() != Verdict.PASSED) {
            uncatalogued(situation.errors(), done);
        }
        if (kept.isEmpty()
                && done.isEmpty()
                && situation.isBroken()
                && situation.errors().isEmpty()) {
            brokenWithoutName(done);
        }
        mendableFirst(done);
        return done.size() > MOST ? List.copyOf(done.subList(0, MOST)) : List.copyOf(done);
    }

    /** What nothing can be done about by an edit or a command does not stand before what an edit mends: all say the first. */
    private static void mendableFirst(List<Diagnosis> done) {
        if (done.isEmpty() || done.get(0).remark() || isHelped(done.get(0))) {
            return;
        }
        done.stream().filter(d -> !d.remark() && d.fix() != null).findFirst().ifPresent(first -> {
            done.remove(first);
            done.add(0, first);
        });
    }

    private static boolean isHelped(Diagnosis diagnosis) {
        return diagnosis.fix() != null || diagnosis.command() != null || diagnosis.next() != null;
    }

    /** One message a mistake; arguments that are misspelt are mistakes of their own. */
    private static String key(Sighting sighting) {
        boolean many = Set.of(
                        "argument-typo",
                        "argument-unknown",
                        "block-typo",
                        "unquoted-string",
                        "uncatalogued",
                        "code-in-several-files",
                        "wrong-value-type",
                        "attribute-wrong",
                        "attribute-missing",
                        "settings-changed-outside")
                .contains(sighting.mistake());
        Finding.Place place = sighting.place();
        return sighting.mistake()
                + (many ? place + String.valueOf(sighting.variables().get("name")) : "");
    }

    private List<Sighting> withoutConsequences(List<Sighting> all) {
        Set<String> explained = new LinkedHashSet<>();
        for (Sighting sighting : all) {
            explained.addAll(catalogue.mistake(sighting.mistake()).explains());
        }
        Group first = all.stream()
                .map(s -> catalogue.mistake(s.mistake()).group())
                .min(Comparator.naturalOrder())
                .orElse(Group.REMARK);
        List<Sighting> kept = new ArrayList<>();
        for (Sighting sighting : all) {
            Mistake mistake = catalogue.mistake(sighting.mistake());
            boolean later = mistake.group().compareTo(Group.STATE) >= 0 && !mistake.remark();
            // While the code itself is wrong, what state and cloud say about it is a consequence, and so is the next
            // step.
            boolean premature = later && first.compareTo(Group.STATE) < 0 && first != Group.LAYOUT;
            boolean next = mistake.group() == Group.NEXT && first != Group.NEXT;
            if (!explained.contains(sighting.mistake()) && !premature && !next) {
                kept.add(sighting);
            }
        }
        return kept;
    }

    /** Where one edit mends two of them, they are the same matter, and the first says it best. */
    private static void oncePerFix(List<Sighting> sorted) {
        Set<List<Diagnosis.Edit>> fixes = new HashSet<>();
        sorted.removeIf(sighting -> !sighting.edits().isEmpty() && !fixes.add(sighting.edits()));
    }

    /** On work that has passed there are remarks at most. */
    private boolean isAllowed(Sighting sighting) {
        return situation.report().verdict() != Verdict.PASSED
                || catalogue.mistake(sighting.mistake()).remark();
    }

    private Comparator<Sighting> order() {
        return Comparator.comparing(
                        (Sighting s) -> catalogue.mistake(s.mistake()).group())
                .thenComparing(s -> s.place() == null ? "" : fileRank(s.place()))
                .thenComparingInt(s -> line(s.place()))
                .thenComparingInt(s -> column(s.place()));
    }

    private String fileRank(Finding.Place place) {
        return place.file().equals(situation.wanted().codeFile()) ? "" : place.file();
    }

    private static int line(Finding.@Nullable Place place) {
        return place == null ? 0 : place.line();
    }

    private static int column(Finding.@Nullable Place place) {
        return place == null ? 0 : place.column();
    }

    /** Messages of Terraform's that this mistake accounts for; taken off the list of those that nothing explains. */
    private List<String> consequences(Sighting sighting, List<Diagnostic> loose) {
        Mistake mistake = catalogue.mistake(sighting.mistake());
        List<String> folded = new ArrayList<>();
        loose.removeIf(message -> {
            boolean mine = mistake.accountsFor(message) || samePlace(sighting, message) || situation.isBroken();
            if (mine) {
                folded.add(told(message));
            }
            return mine;
        });
        return folded;
    }

    private static boolean samePlace(Sighting sighting, Diagnostic message) {
        Finding.Place place = sighting.place();
        Diagnostic.Range range = message.range();
        return place != null && range != null && place.file().equals(range.file()) && place.line() == range.startLine();
    }

    private static String told(Diagnostic message) {
        Diagnostic.Range range = message.range();
        String summary =
                message.summary().length() > 160 ? message.summary().substring(0, 160) + "…" : message.summary();
        // Trouble with a provider that no block configures is reported at <empty>, line 0.
        return range == null || range.file().isEmpty() || range.startLine() < 1
                ? summary
                : summary + " (" + range.file() + ", line " + range.startLine() + ")";
    }

    private Diagnosis diagnosis(Sighting sighting, List<String> consequences) {
        Mistake mistake = catalogue.mistake(sighting.mistake());
        Catalogue.Text text = catalogue.texts().get(sighting.mistake());
        if (text == null) {
            throw new IllegalStateException("no text for " + sighting.mistake());
        }
        Map<String, Object> variables = variables(sighting);
        String next = Words.sentence(text.next(), variables);
        boolean mendable =
                !sighting.edits().isEmpty() && sighting.edits().stream().noneMatch(Ranking::isHclInJson);
        Diagnosis.Fix fix = mendable ? new Diagnosis.Fix(fixSummary(text, variables), sighting.edits()) : null;
        return new Diagnosis(
                sighting.mistake(),
                Words.sentence(text.title(), variables),
                Words.sentence(text.explanation(), variables),
                sighting.place(),
                fix,
                command(sighting, mistake, variables),
                next.isEmpty() ? null : next,
                text.topic().isEmpty() ? null : text.topic(),
                mistake.remark(),
                consequences);
    }

    /** In the JSON form a value can be replaced; what would be added or renamed is written otherwise there. */
    private static boolean isHclInJson(Diagnosis.Edit edit) {
        return edit.file().endsWith(".json") && !edit.newText().matches("\"[^\"\\\\]*\"|true|false|null|[0-9.]+");
    }

    private static String fixSummary(Catalogue.Text text, Map<String, Object> variables) {
        String summary = Words.sentence(text.fix(), variables);
        return summary.isEmpty() ? Words.sentence(text.title(), variables) : summary;
    }

    private static @Nullable String command(Sighting sighting, Mistake mistake, Map<String, Object> variables) {
        Object own = sighting.variables().get("command");
        if (own != null) {
            return own.toString();
        }
        if (sighting.commandless() || mistake.command().isEmpty()) {
            return null;
        }
        // Quotes are for addresses with keys; plain ones are easier to read and to type without.
        String command = Words.sentence(mistake.command(), variables).replaceAll("'([A-Za-z0-9_./-]+)'", "$1");
        return command.isEmpty() ? null : command;
    }

    private Map<String, Object> variables(Sighting sighting) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("code", situation.wanted().codeFile());
        all.put("lab", situation.report().lab());
        all.put("want", situation.wanted().variables());
        all.put("address", situation.address());
        all.put("id", situation.wanted().name());
        all.put("place", situation.state().path());
        all.put("workspace", situation.folder().root().toString());
        Finding.Place place = sighting.place();
        if (place != null) {
            all.put("file", place.file());
            all.put("line", place.line());
        }
        if (deletesLines(sighting.edits())) {
            all.put("lines", true);
        }
        sighting.variables()
                .forEach((name, value) -> all.put(name, value instanceof String text ? shown(name, text) : value));
        return all;
    }

    /** What is written, with signs for what a terminal shows as nothing: a line break is told from a blank. */
    private static String shown(String name, String text) {
        return name.equals("found")
                ? text.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t")
                : text;
    }

    /** Whether the fix takes out more than one line, and nothing else. */
    private boolean deletesLines(List<Diagnosis.Edit> edits) {
        if (edits.size() != 1 || !edits.get(0).newText().isBlank()) {
            return false;
        }
        Diagnosis.Edit edit = edits.get(0);
        int last = edit.endColumn() == 1 ? edit.endLine() - 1 : edit.endLine();
        return situation.code().file(edit.file()).map(SourceFile::text).stream()
                .flatMap(text -> IntStream.rangeClosed(edit.startLine(), Math.min(last, text.lineCount()))
                        .mapToObj(text::line))
                .filter(line -> !line.isBlank())
                .skip(1)
                .findAny()
                .isPresent();
    }

    /** Messages that nothing accounts for: told in Terraform's words, and that they are not in the catalogue. */
    private void uncatalogued(List<Diagnostic> loose, List<Diagnosis> done) {
        if (done.stream().anyMatch(d -> !d.remark() && isEarly(d))) {
            return;
        }
        List<Diagnosis> found = new ArrayList<>();
        for (Diagnostic message : loose) {
            if (isAboutInit(message)) {
                continue;
            }
            Sighting sighting = Sighting.of("uncatalogued")
                    .with("summary", message.summary())
                    .with("detail", message.detail().isEmpty() ? message.summary() : message.detail());
            sighting = sighting.with(
                    "other",
                    NearestGuidance.to(message, catalogue, variables(sighting)).orElse(""));
            Diagnostic.Range range = message.range();
            if (range != null && !range.file().isEmpty() && range.startLine() > 0) {
                sighting = sighting.at(range.file(), range.startLine(), range.startColumn());
            }
            found.add(diagnosis(sighting, List.of()));
        }
        int at = (int) done.stream().filter(d -> !d.remark() && !isNext(d)).count();
        done.addAll(at, found.size() > 2 ? found.subList(0, 2) : found);
    }

    private boolean isNext(Diagnosis diagnosis) {
        return catalogue.mistake(diagnosis.mistake()).group() == Group.NEXT;
    }

    /** Before terraform init, validate and plan say that a provider is missing, whatever else there is to say. */
    private boolean isAboutInit(Diagnostic message) {
        return !situation.folder().initialised()
                && Set.of(
                                "Missing required provider",
                                "Inconsistent dependency lock file",
                                "Required plugins are not installed")
                        .contains(message.summary());
    }

    /** Whether a diagnosis is about the code: then one thing after the other, and what is left over may go with it. */
    private boolean isEarly(Diagnosis diagnosis) {
        return catalogue.mistake(diagnosis.mistake()).group().compareTo(Group.LAYOUT) < 0;
    }

    /** The reader of the source stumbles where no catalogue entry fits and Terraform has not been asked. */
    private void brokenWithoutName(List<Diagnosis> done) {
        situation.code().files().stream()
                .flatMap(f -> f.troubles().stream())
                .filter(t -> t.severity() == dev.plumbline.terraform.source.Severity.BREAKS)
                .findFirst()
                .ifPresent(
                        t -> done.add(diagnosis(Sighting.of("syntax-expression").at(t.range()), List.of())));
    }
}
