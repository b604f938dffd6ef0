package dev.plumbline.coaching;

import dev.plumbline.lab.LabProblem;
import dev.plumbline.lab.Problems;
import dev.plumbline.lab.YamlFile;
import dev.plumbline.lab.YamlNode;
import dev.plumbline.text.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads the catalogues and their texts. Every error names file, line, column and the nearest right name. */
final class CatalogueReader {
    private static final String WORDS = "mistakes/en.yaml";
    private static final Pattern ANYTHING = Pattern.compile("(?s).*");

    private final Problems problems = new Problems();
    private final Map<String, Mistake> mistakes = new LinkedHashMap<>();
    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private final Map<String, String> lookalikes = new LinkedHashMap<>();
    private final Map<String, Catalogue.Text> texts = new LinkedHashMap<>();
    private final Map<String, YamlNode> explained = new LinkedHashMap<>();

    private CatalogueReader() {}

    /**
     * Reads {@code graders/NAME.yaml} for every name and {@code content/mistakes/en.yaml} below the home folder.
     *
     * @throws dev.plumbline.lab.LabFileException with all that is wrong in them
     */
    static Catalogue read(Path home, List<String> names) {
        CatalogueReader reader = new CatalogueReader();
        for (String name : names) {
            String shown = "graders/" + name + ".yaml";
            YamlNode root = YamlFile.read(home.resolve(shown), shown, reader.problems);
            if (root != null) {
                reader.catalogue(root);
            }
        }
        String shown = "content/" + WORDS;
        YamlNode words = YamlFile.read(home.resolve(shown), shown, reader.problems);
        if (words != null) {
            reader.words(words);
        }
        Language language = Language.chosen(home);
        Path own = language.own(WORDS);
        if (!language.isEnglish() && Files.isRegularFile(own)) {
            YamlNode translated = YamlFile.read(own, home.relativize(own).toString(), reader.problems);
            if (translated != null) {
                reader.words(translated);
            }
        }
        reader.crossCheck(shown);
        reader.problems.throwIfAny();
        return new Catalogue(reader.mistakes, reader.shapes, reader.lookalikes, reader.texts);
    }

    private void catalogue(YamlNode root) {
        root.allow("groups", "mistakes", "shapes", "lookalikes");
        YamlNode all = root.find("mistakes");
        if (all != null) {
            all.map().forEach(this::mistake);
        }
        YamlNode known = root.find("shapes");
        if (known != null) {
            known.map().forEach((type, node) -> shapes.put(type, shape(node)));
        }
        YamlNode alike = root.find("lookalikes");
        if (alike != null) {
            lookalikes.putAll(texts(alike));
        }
    }

    private void mistake(String id, YamlNode node) {
        node.allow("group", "troubles", "says", "found", "explains", "folds", "fix", "command", "remark");
        List<Mistake.Says> says = new ArrayList<>();
        for (YamlNode each : node.list("says")) {
            each.allow("summary", "detail", "context", "code");
            says.add(new Mistake.Says(
                    pattern(each.find("summary")),
                    pattern(each.find("detail")),
                    pattern(each.find("context")),
                    pattern(each.find("code"))));
        }
        Set<String> explains = new LinkedHashSet<>();
        for (YamlNode each : node.list("explains")) {
            explains.add(each.text());
            explained.put(each.text(), each);
        }
        List<Pattern> folds = node.list("folds").stream().map(this::pattern).toList();
        Mistake before = mistakes.put(
                id,
                new Mistake(
                        id,
                        group(node),
                        Set.copyOf(node.texts("troubles")),
                        says,
                        explains,
                        folds,
                        node.text("fix", ""),
                        node.text("command", ""),
                        node.truth("remark", false)));
        if (before != null) {
            node.problem("the mistake '" + id + "' is in another catalogue already", "Remove one");
        }
    }

    private static Group group(YamlNode node) {
        String word = node.text("group");
        for (Group group : Group.values()) {
            if (group.name().toLowerCase(Locale.ROOT).equals(word)) {
                return group;
            }
        }
        YamlNode at = node.find("group");
        if (at != null) {
            List<String> names = new ArrayList<>();
            for (Group group : Group.values()) {
                names.add(group.name().toLowerCase(Locale.ROOT));
            }
            at.problem("unknown group '" + word + "'", dev.plumbline.lab.Nearest.hint(word, names));
        }
        return Group.MEANING;
    }

    private Pattern pattern(@Nullable YamlNode node) {
        if (node == null) {
            return ANYTHING;
        }
        try {
            return Pattern.compile(node.text(), Pattern.DOTALL);
        } catch (PatternSyntaxException broken) {
            node.problem("not a regular expression: " + broken.getDescription(), "It has to match the whole text");
            return ANYTHING;
        }
    }

    private static Shape shape(YamlNode node) {
        node.allow(
                "version",
                "required",
                "arguments",
                "blocks",
                "computed",
                "maps",
                "numbers",
                "booleans",
                "lists",
                "nested",
                "synonyms",
                "mode_words",
                "origins",
                "block_synonyms");
        return new Shape(
                node.text("version", ""),
                node.texts("required"),
                Set.copyOf(node.texts("arguments")),
                Set.copyOf(node.texts("blocks")),
                Set.copyOf(node.texts("computed")),
                Set.copyOf(node.texts("maps")),
                Set.copyOf(node.texts("numbers")),
                Set.copyOf(node.texts("booleans")),
                Set.copyOf(node.texts("lists")),
                texts(node.find("nested")),
                texts(node.find("synonyms")),
                Set.copyOf(node.texts("mode_words")),
                texts(node.find("origins")),
                texts(node.find("block_synonyms")));
    }

    private static Map<String, String> texts(@Nullable YamlNode node) {
        Map<String, String> all = new LinkedHashMap<>();
        if (node != null) {
            node.map().forEach((key, value) -> all.put(key, value.text()));
        }
        return all;
    }

    private void words(YamlNode root) {
        root.allow("language", "mistakes");
        YamlNode all = root.require("mistakes");
        if (all == null) {
            return;
        }
        all.map().forEach((id, node) -> {
            node.allow("title", "explanation", "fix", "next", "topic");
            texts.put(
                    id,
                    new Catalogue.Text(
                            node.text("title"),
                            node.text("explanation"),
                            node.text("fix", ""),
                            node.text("next", ""),
                            node.text("topic", "")));
        });
    }

    private void crossCheck(String shownWords) {
        explained.forEach((id, node) -> {
            if (!texts.containsKey(id) && !mistakes.containsKey(id)) {
                node.problem("there is no mistake '" + id + "'", dev.plumbline.lab.Nearest.hint(id, texts.keySet()));
            }
        });
        for (String id : mistakes.keySet()) {
            if (!texts.containsKey(id)) {
                problems.add(LabProblem.of(
                        shownWords, "says nothing about '" + id + "'", "Add '" + id + ":' with title and explanation"));
            }
        }
    }
}
