package dev.plumbline.authoring.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.coaching.Coach;
import dev.plumbline.lab.CaseReader;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCase;
import dev.plumbline.lab.LabCatalogue;
import dev.plumbline.lab.LabFileException;
import dev.plumbline.lab.LabProblem;
import dev.plumbline.text.Line;
import dev.plumbline.text.Tone;
import dev.plumbline.text.Wrap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code lab author lint}: all rules on one lab. */
public final class LabLint {
    /** So many draws see every variant of a handful of parameters. */
    private static final int DRAWS = 60;

    private final LabCatalogue catalogue;
    private final Path home;
    private final List<LintRule> rules;

    private LabLint(LabCatalogue catalogue, Path home, List<LintRule> rules) {
        this.catalogue = catalogue;
        this.home = home;
        this.rules = List.copyOf(rules);
    }

    /**
     * With every rule.
     *
     * @param home where the catalogues of mistakes are
     * @param caller the author's environment, to ask the provider in
     */
    public static LabLint with(LabCatalogue catalogue, Path home, Map<String, String> caller) {
        return new LabLint(
                catalogue,
                home,
                List.of(
                        new StructureRule(),
                        new RequirementRule(),
                        new FactRule(types -> ProviderFacts.ask(types, caller)),
                        new HintRule(),
                        new CatalogueRule(),
                        new TextRule(),
                        new LinkRule(),
                        new ReadingRule(),
                        new TranslationRule()));
    }

    /**
     * What was found.
     *
     * @param errors what makes the lab wrong
     * @param advice what would make it better
     */
    public record Findings(String lab, List<LabProblem> errors, List<LabProblem> advice) {
        public Findings {
            errors = List.copyOf(errors);
            advice = List.copyOf(advice);
        }

        /** Whether there is no error. */
        public boolean clean() {
            return errors.isEmpty();
        }
    }

    /** Looks at a lab; one that cannot be loaded has errors and nothing else. */
    public Findings of(String id) {
        try {
            Lab lab = catalogue.load(id);
            return found(id, scene(lab));
        } catch (LabFileException broken) {
            return new Findings(id, broken.problems(), List.of());
        }
    }

    private Scene scene(Lab lab) {
        List<Lab> forms = new ArrayList<>(List.of(lab));
        for (long seed = 0; seed < DRAWS; seed++) {
            forms.add(catalogue.draw(lab.id(), seed));
        }
        List<LabCase> cases = CaseReader.read(lab);
        return new Scene(lab, forms, cases, Coach.of(home).knownMistakes(lab), Scene.textsOf(lab));
    }

    private Findings found(String id, Scene scene) {
        List<LabProblem> errors = new ArrayList<>();
        List<LabProblem> advice = new ArrayList<>();
        for (LintRule rule : rules) {
            for (Remark remark : rule.check(scene)) {
                (remark.weight() == Remark.Weight.ERROR ? errors : advice).add(remark.problem());
            }
        }
        return new Findings(id, errors, advice);
    }

    /** The findings for a person. */
    public static List<Line> lines(Findings findings, int width) {
        List<Line> lines = new ArrayList<>();
        findings.errors()
                .forEach(problem -> lines.addAll(
                        Wrap.at(width, Line.of("error   ", Tone.BAD).plus(problem.toString()), 8)));
        findings.advice()
                .forEach(problem -> lines.addAll(
                        Wrap.at(width, Line.of("advice  ", Tone.WAITING).plus(problem.toString()), 8)));
        if (findings.errors().isEmpty() && findings.advice().isEmpty()) {
            lines.add(Line.of(findings.lab() + ": nothing to say against it.", Tone.GOOD));
        } else {
            lines.add(Line.of(findings.lab() + ": " + findings.errors().size() + " errors, "
                    + findings.advice().size() + " pieces of advice."));
        }
        return lines;
    }

    /** The findings as JSON, schema {@code plumbline/author-lint/1}. */
    public static String json(Findings findings) {
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode root = json.createObjectNode();
        root.put("schema", "plumbline/author-lint/1");
        root.put("lab", findings.lab());
        root.put("clean", findings.clean());
        problems(root.putArray("errors"), findings.errors());
        problems(root.putArray("advice"), findings.advice());
        try {
            return json.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values is always writable", impossible);
        }
    }

    private static void problems(ArrayNode into, List<LabProblem> problems) {
        for (LabProblem problem : problems) {
            ObjectNode node = into.addObject();
            node.put("file", problem.file());
            if (problem.line() > 0) {
                node.put("line", problem.line());
                node.put("column", problem.column());
            }
            node.put("says", problem.says());
            node.put("next", problem.next());
        }
    }
}
