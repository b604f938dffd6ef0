package dev.plumbline.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** A translation is a folder: one made of the English texts is complete, and what is taken from it is missed. */
class TranslationTest {
    private static final String TAG = "xx";
    private final Path home;
    private final Path own;

    TranslationTest(@TempDir Path home) {
        this.home = home;
        this.own = home.resolve("content/languages/" + TAG);
    }

    @BeforeEach
    void aTranslationOfEverything() throws IOException {
        copy(Path.of("content"), home.resolve("content"));
        copy(Path.of("labs"), home.resolve("labs"));
        for (String folder : folders(Path.of("content"))) {
            copy(Path.of("content", folder), own.resolve(folder));
        }
        for (String folder : List.of("session", "mistakes")) {
            Files.move(own.resolve(folder + "/en.yaml"), own.resolve(folder + "/" + TAG + ".yaml"));
        }
        for (String lab : new LabCatalogue(home).ids()) {
            DumperOptions options = new DumperOptions();
            options.setWidth(1_000_000);
            options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
            Files.writeString(own.resolve(lab + "/words.yaml"), new Yaml(options).dump(Translation.spoken(home, lab)));
        }
    }

    @Test
    void theShippedTranslationsAreComplete() {
        for (String tag : Language.translations(Path.of(""))) {
            assertThat(Translation.problems(Path.of(""), tag)).as(tag).isEmpty();
        }
    }

    @Test
    void aCopyOfTheEnglishTextsIsComplete() {
        assertThat(Language.translations(home)).containsExactly(TAG);
        assertThat(problems()).isEmpty();
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(own.resolve("kinesis-stream/task.md"));
        Files.delete(own.resolve("sqs-queue/words.yaml"));
        assertThat(problems())
                .anyMatch(problem -> problem.startsWith("content/languages/xx/kinesis-stream/task.md: is missing"))
                .anyMatch(problem -> problem.contains("sqs-queue/words.yaml: says nothing for '"));
    }

    @Test
    void aMissingKeyAndAStrangeOneAreNamed() throws IOException {
        edit("session/xx.yaml", "(?m)^stage:$", "stages:");
        assertThat(problems())
                .anyMatch(problem -> problem.contains("session/xx.yaml: says nothing for 'stage."))
                .anyMatch(problem -> problem.contains("the English texts have no 'stages."));
    }

    @Test
    void aVariableThatGotLostOrWasTranslatedIsNamed() throws IOException {
        edit("kinesis-stream/task.md", Pattern.quote("{{parameters.stream}}"), "{{parameters.strom}}");
        assertThat(problems())
                .anyMatch(problem -> problem.contains("has no {{parameters.stream}}"))
                .anyMatch(problem -> problem.contains("nothing fills in {{parameters.strom}}"));
    }

    @Test
    void aLabSpeaksTheLanguageThatIsChosen() throws IOException {
        edit("kinesis-stream/words.yaml", "(?m)^(Create a Kinesis data stream): .*$", "$1: Einen Strom anlegen");
        edit("kinesis-stream/task.md", "(?m)^# .*$", "# Die Aufgabe");
        Lab lab = LabLoader.load(home, "kinesis-stream", values -> values, new Language(home, TAG));
        assertThat(lab.title()).isEqualTo("Einen Strom anlegen");
        assertThat(LabText.of(lab).topic("task")).contains("# Die Aufgabe");
        assertThat(problems()).isEmpty();
    }

    @Test
    void aLabWhoseTextsAreNotAllThereStaysEnglish() throws IOException {
        edit("kinesis-stream/task.md", "(?m)^# .*$", "# Die Aufgabe");
        Files.delete(own.resolve("kinesis-stream/hints.yaml"));
        Lab lab = LabLoader.load(home, "kinesis-stream", values -> values, new Language(home, TAG));
        assertThat(LabText.of(lab).topic("task")).doesNotContain("Die Aufgabe");
        assertThat(HintReader.read(lab)).isNotEmpty();
    }

    private List<String> problems() {
        return Translation.problems(home, TAG).stream()
                .map(LabProblem::toString)
                .toList();
    }

    private void edit(String name, String regex, String replacement) throws IOException {
        Path file = own.resolve(name);
        String before = Files.readString(file);
        String after = before.replaceAll(regex, replacement);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(file, after);
    }

    private static List<String> folders(Path content) throws IOException {
        try (Stream<Path> all = Files.list(content)) {
            return all.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.equals("languages"))
                    .toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
    }
}
