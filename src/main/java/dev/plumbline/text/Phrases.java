package dev.plumbline.text;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The program's own sentences, by key, from one file a language ({@code content/session/en.yaml}). Nested keys are joined with dots; {@code {name}} in a sentence is filled in.
 */
public final class Phrases {
    private final Map<String, String> byKey;

    private Phrases(Map<String, String> byKey) {
        this.byKey = byKey;
    }

    /**
     * Reads a file of sentences.
     *
     * @throws IOException if it cannot be read or is not a YAML mapping of texts
     */
    public static Phrases load(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            Object root = new Yaml(new SafeConstructor(options())).load(reader);
            Map<String, String> flat = new TreeMap<>();
            if (!(root instanceof Map<?, ?> map)) {
                throw new IOException(file + " is not a mapping of keys to texts");
            }
            flatten("", map, flat);
            return new Phrases(flat);
        } catch (YAMLException broken) {
            throw new IOException(file + " is not readable as YAML: " + broken.getMessage(), broken);
        }
    }

    /** The sentences in a language; those that its translation lacks are English. */
    public static Phrases in(Language language) throws IOException {
        String file = "session/en.yaml";
        Map<String, String> all = new TreeMap<>(load(new Language(language.home(), Language.ENGLISH).own(file)).byKey);
        all.putAll(load(language.file(file)).byKey);
        return new Phrases(all);
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return options;
    }

    private static void flatten(String prefix, Map<?, ?> map, Map<String, String> into) {
        map.forEach((key, value) -> {
            String name = prefix.isEmpty() ? String.valueOf(key) : prefix + "." + key;
            if (value instanceof Map<?, ?> inner) {
                flatten(name, inner, into);
            } else {
                into.put(name, String.valueOf(value).strip());
            }
        });
    }

    /** Every key there is. */
    public Set<String> keys() {
        return Set.copyOf(byKey.keySet());
    }

    /**
     * The sentence of that key.
     *
     * @param pairs names and values in turn, filled in for {@code {name}}
     * @throws IllegalArgumentException if there is no such key: a defect of the program, found by its tests
     */
    public String say(String key, Object... pairs) {
        String text = byKey.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no phrase named " + key);
        }
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            text = text.replace("{" + pairs[i] + "}", String.valueOf(pairs[i + 1]));
        }
        return text;
    }
}
