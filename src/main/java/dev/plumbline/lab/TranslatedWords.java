package dev.plumbline.lab;

import dev.plumbline.text.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A translation of the texts in {@code labs/<id>/lab.yaml}: titles, stories, messages, hints of drills. It is
 * {@code words.yaml} in the lab's folder of the language, a map from each English text to the other one.
 */
final class TranslatedWords {
    /** No translation. */
    static final TranslatedWords ENGLISH = new TranslatedWords(Map.of());

    /** The file's name. */
    static final String FILE = "words.yaml";

    private final Map<String, String> byEnglish;

    private TranslatedWords(Map<String, String> byEnglish) {
        this.byEnglish = byEnglish;
    }

    /** Those of a lab; what is wrong in them is noted. */
    static TranslatedWords of(Language language, String lab, Problems problems) {
        Path file = language.own(lab + "/" + FILE);
        if (language.isEnglish() || !Files.isRegularFile(file)) {
            return ENGLISH;
        }
        Map<String, String> words = new LinkedHashMap<>();
        YamlNode root = YamlFile.read(file, language.home().relativize(file).toString(), problems);
        if (root != null) {
            root.map().forEach((english, node) -> words.put(english, node.text()));
        }
        return new TranslatedWords(words);
    }

    /** The text in this language; as it is if there is no other. */
    String of(String english) {
        return byEnglish.getOrDefault(english, english);
    }
}
