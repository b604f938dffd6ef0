package dev.plumbline.lab;

import dev.plumbline.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a translation of {@code content} lacks, beside the English texts: files, keys, and the variables in them. */
public final class Translation {
    /** What fills a text in: {@code {{variable}}} and {@code {name}}. */
    private static final Pattern BLANK = Pattern.compile("\\{\\{[^}]*}}|\\{\\w+}");

    /** Folders that no learner reads while they work. */
    private static final Set<String> OTHERS = Set.of("languages", "authoring", "cohort");

    private static final Set<String> SPOKEN = Set.of("title", "summary", "story", "hints", "messages");

    private final Language english;
    private final Language language;
    private final Problems problems = new Problems();

    private Translation(Path home, String tag) {
        this.english = new Language(home, Language.ENGLISH);
        this.language = new Language(home, tag);
    }

    /**
     * Everything that is missing or wrong in a translation; empty if it is complete.
     *
     * @param tag the name of its folder below {@code content/languages}
     */
    public static List<LabProblem> problems(Path home, String tag) {
        Translation translation = new Translation(home, tag);
        translation.files().forEach(translation::file);
        new LabCatalogue(home).ids().forEach(translation::words);
        return translation.problems.list();
    }

    /** The same, of one lab's texts alone. */
    public static List<LabProblem> problems(Path home, String tag, String lab) {
        Translation translation = new Translation(home, tag);
        translation.files().stream().filter(file -> file.startsWith(lab + "/")).forEach(translation::file);
        translation.words(lab);
        return translation.problems.list();
    }

    private List<String> files() {
        Path content = english.own("");
        try (Stream<Path> files = Files.walk(content)) {
            return files.filter(Files::isRegularFile)
                    .map(content::relativize)
                    .filter(file -> file.getNameCount() > 1
                            && !OTHERS.contains(file.getName(0).toString()))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String shown(Path file) {
        return english.home().relativize(file).toString();
    }

    private void file(String name) {
        Path own = language.own(name);
        if (!Files.isRegularFile(own)) {
            problems.add(LabProblem.of(shown(own), "is missing", "Translate " + shown(english.own(name))));
        } else if (name.endsWith(".yaml")) {
            compare(shown(own), leaves(english.own(name)), leaves(own));
        } else {
            blanks(shown(own), "", read(english.own(name)), read(own));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Map<String, String> leaves(Path file) {
        Map<String, String> leaves = new LinkedHashMap<>();
        YamlNode root = YamlFile.read(file, shown(file), problems);
        if (root != null) {
            leaves(root, "", leaves);
        }
        return leaves;
    }

    private static void leaves(YamlNode node, String path, Map<String, String> into) {
        if (node.isMap()) {
            node.map().forEach((key, value) -> leaves(value, path.isEmpty() ? key : path + "." + key, into));
        } else if (node.isList()) {
            List<YamlNode> items = node.list();
            for (int i = 0; i < items.size(); i++) {
                leaves(items.get(i), path + "[" + i + "]", into);
            }
        } else {
            into.put(path, String.valueOf(node.value()));
        }
    }

    private void compare(String shown, Map<String, String> wanted, Map<String, String> given) {
        wanted.forEach((key, text) -> {
            String other = given.get(key);
            if (other == null) {
                problems.add(LabProblem.of(shown, "says nothing for '" + key + "'", "Translate: " + text));
            } else {
                blanks(shown, " of '" + key + "'", text, other);
            }
        });
        given.keySet().stream()
                .filter(key -> !wanted.containsKey(key))
                .forEach(key -> problems.add(LabProblem.of(
                        shown, "the English texts have no '" + key + "'", Nearest.hint(key, wanted.keySet()))));
    }

    private void blanks(String shown, String where, String text, String other) {
        Set<String> missing = blanks(text);
        Set<String> strange = blanks(other);
        strange.removeAll(blanks(text));
        missing.removeAll(blanks(other));
        if (!missing.isEmpty()) {
            problems.add(LabProblem.of(shown, "the text" + where + " has no " + String.join(", ", missing), ""));
        }
        if (!strange.isEmpty()) {
            problems.add(LabProblem.of(
                    shown, "nothing fills in " + String.join(", ", strange) + " in the text" + where, ""));
        }
    }

    private static Set<String> blanks(String text) {
        Set<String> blanks = new TreeSet<>();
        Matcher matcher = BLANK.matcher(text);
        while (matcher.find()) {
            blanks.add(matcher.group());
        }
        return blanks;
    }

    /** The texts in a lab's own file. */
    private void words(String lab) {
        Path own = language.own(lab + "/" + TranslatedWords.FILE);
        Map<String, String> given = new LinkedHashMap<>();
        if (Files.isRegularFile(own)) {
            YamlNode words = YamlFile.read(own, shown(own), problems);
            if (words != null) {
                words.map().forEach((text, node) -> given.put(text, node.text()));
            }
        }
        compare(shown(own), spoken(english.home(), lab), given);
    }

    /** What a {@code words.yaml} has to translate, each text beside itself. */
    static Map<String, String> spoken(Path home, String lab) {
        Problems unreadable = new Problems();
        String shown = "labs/" + lab + "/lab.yaml";
        YamlNode root = YamlFile.read(home.resolve(shown), shown, unreadable);
        unreadable.throwIfAny();
        List<String> texts = new ArrayList<>();
        if (root != null) {
            spoken(root, false, texts);
        }
        Map<String, String> words = new LinkedHashMap<>();
        texts.forEach(text -> words.put(text, text));
        return words;
    }

    private static void spoken(YamlNode node, boolean said, List<String> into) {
        if (node.isMap()) {
            node.map().forEach((key, value) -> spoken(value, said || SPOKEN.contains(key), into));
        } else if (node.isList()) {
            node.list().forEach(item -> spoken(item, said, into));
        } else if (said) {
            into.add(node.text());
        }
    }
}
