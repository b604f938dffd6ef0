package dev.plumbline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The program's sentences against the program: none is missing, none is left over. */
class PhrasesTest {
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z-]*\\.[a-z0-9.-]*)\"");
    private static final Pattern SAID = Pattern.compile("\\bsay\\(\\s*\"([a-z0-9.-]+)\"\\s*[,)]");
    private static final List<Path> SPEAKERS = Stream.of("terminal", "report", "cli")
            .map(name -> Path.of("src", "main", "java", "dev", "plumbline", name))
            .toList();

    private final Set<String> keys = SessionPhrases.english().keys();

    @Test
    void everySentenceThatIsSaidIsThere() throws IOException {
        Set<String> said = find(SAID);
        assertThat(said).hasSizeGreaterThan(60);
        assertThat(keys).containsAll(said);
    }

    @Test
    void everySentenceIsSaidSomewhere() throws IOException {
        Set<String> literals = find(LITERAL);
        Set<String> beginnings = new TreeSet<>(literals);
        beginnings.removeIf(text -> !text.endsWith(".") && !text.endsWith("-"));
        // belt.after-burst is completed with -refused or -accepted by what happened.
        Set<String> unsaid = new TreeSet<>(keys);
        unsaid.removeIf(key -> literals.contains(key)
                || literals.contains(key.replaceFirst("-(refused|accepted)$", ""))
                || beginnings.stream().anyMatch(key::startsWith));
        assertThat(unsaid).isEmpty();
    }

    @Test
    void everyBlankInASentenceHasAWordForIt() throws IOException {
        for (Path language : languages()) {
            Phrases phrases = Phrases.load(language);
            for (String key : phrases.keys()) {
                assertThat(phrases.say(key)).as(key).doesNotContain("{}").doesNotContain("{ ");
            }
        }
    }

    @Test
    void everyLanguageHasTheSameKeysAndBlanks() throws IOException {
        Phrases english = SessionPhrases.english();
        for (Path language : languages()) {
            Phrases other = Phrases.load(language);
            assertThat(other.keys()).as(language.toString()).isEqualTo(keys);
            for (String key : keys) {
                assertThat(blanks(other.say(key))).as(language + " " + key).isEqualTo(blanks(english.say(key)));
            }
        }
    }

    private static List<Path> languages() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("content", "session"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
    }

    private static Set<String> blanks(String sentence) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{(\\w+)}").matcher(sentence);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static Set<String> find(Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path folder : SPEAKERS) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    Matcher matcher = pattern.matcher(Files.readString(file));
                    while (matcher.find()) {
                        found.add(matcher.group(1));
                    }
                }
            }
        }
        return found;
    }
}
