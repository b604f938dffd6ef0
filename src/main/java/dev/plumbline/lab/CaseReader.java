package dev.plumbline.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads {@code labs/<id>/cases/<case>/case.yaml}. */
public final class CaseReader {
    private static final List<String> VERDICTS = List.of("passed", "failed");
    private static final List<String> LAYERS = List.of("plan", "applied");
    private static final List<String> BASES = List.of("empty", "solution");

    private final Lab lab;
    private final Problems problems;

    private CaseReader(Lab lab, Problems problems) {
        this.lab = lab;
        this.problems = problems;
    }

    /**
     * The lab's cases by name; none if it has no folder {@code cases}.
     *
     * @throws LabFileException with every problem of every case
     */
    public static List<LabCase> read(Lab lab) {
        Path folder = lab.labDirectory().resolve("cases");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Problems problems = new Problems();
        CaseReader reader = new CaseReader(lab, problems);
        List<LabCase> cases = new ArrayList<>();
        try (Stream<Path> folders = Files.list(folder)) {
            folders.filter(Files::isDirectory).sorted().forEach(one -> reader.one(one, cases));
        } catch (IOException unreadable) {
            problems.add(
                    LabProblem.of("labs/" + lab.id() + "/cases", "cannot be read: " + unreadable.getMessage(), ""));
        }
        problems.throwIfAny();
        return cases;
    }

    private void one(Path folder, List<LabCase> into) {
        String name = folder.getFileName().toString();
        YamlNode node = YamlFile.read(
                folder.resolve("case.yaml"), "labs/" + lab.id() + "/cases/" + name + "/case.yaml", problems);
        if (node == null) {
            return;
        }
        node.allow("expect", "fails", "mistake", "layer", "base", "env", "steps", "why");
        boolean passes = word(node, "expect", node.text("expect"), VERDICTS).equals("passed");
        LabCase.Depth layer =
                word(node, "layer", node.text("layer", "plan"), LAYERS).equals("applied")
                        ? LabCase.Depth.APPLIED
                        : LabCase.Depth.PLAN;
        String base =
                word(node, "base", node.text("base", layer == LabCase.Depth.APPLIED ? "solution" : "empty"), BASES);
        List<YamlNode> steps = node.list("steps");
        if (layer == LabCase.Depth.PLAN && !steps.isEmpty()) {
            node.key("steps").problem("steps are only run in the layer 'applied'", "Add 'layer: applied'");
        }
        List<String> fails = fails(node, passes);
        into.add(new LabCase(
                name,
                folder,
                passes,
                fails,
                node.text("mistake", ""),
                layer,
                base.equals("solution") ? LabCase.Base.SOLUTION : LabCase.Base.EMPTY,
                environment(node),
                new StepReader(new Filler(lab.id(), lab.parameters()), folder).read(steps),
                node.text("why")));
    }

    private List<String> fails(YamlNode node, boolean passes) {
        List<String> ids = lab.requirements().stream().map(Requirement::id).toList();
        for (YamlNode item : node.list("fails")) {
            String id = item.text();
            if (!id.isEmpty() && !ids.contains(id)) {
                item.problem("no requirement is called '" + id + "'", Nearest.hint(id, ids));
            }
        }
        List<String> fails = node.texts("fails");
        if (passes && !fails.isEmpty()) {
            node.key("fails").problem("a case that passes fails no requirement", "Remove 'fails', or expect failed");
        } else if (!passes && fails.isEmpty()) {
            node.key("expect").problem("it does not say which requirements fail", "Add 'fails: [id]'");
        }
        return fails;
    }

    private static Map<String, String> environment(YamlNode node) {
        Map<String, String> environment = new LinkedHashMap<>();
        YamlNode env = node.find("env");
        if (env != null) {
            env.map().forEach((name, value) -> environment.put(name, value.text()));
        }
        return environment;
    }

    private static String word(YamlNode node, String key, String word, List<String> words) {
        if (!word.isEmpty() && !words.contains(word)) {
            YamlNode value = node.find(key);
            (value == null ? node : value)
                    .problem("'" + word + "' is not a value of '" + key + "'", Nearest.hint(word, words));
        }
        return word;
    }
}
