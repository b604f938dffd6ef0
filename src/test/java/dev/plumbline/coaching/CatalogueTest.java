package dev.plumbline.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.lab.LabFileException;
import dev.plumbline.lab.LabText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    private static final Catalogue CATALOGUE = Catalogues.of(Bench.HOME, List.of("terraform", "kinesis"));

    @Test
    void everyMistakeHasAText() {
        CATALOGUE.mistakes().keySet().forEach(id -> {
            Catalogue.Text text = CATALOGUE.texts().get(id);
            assertThat(text).as(id).isNotNull();
            if (text != null) {
                assertThat(text.title()).as(id).isNotBlank();
                assertThat(text.explanation()).as(id).isNotBlank();
            }
        });
    }

    @Test
    void everyTextCanBeFilledWithNothingKnown() {
        CATALOGUE.texts().forEach((id, text) -> {
            Map<String, Object> nothing = Map.of("want", Wanted.of(Bench.LAB).variables(), "code", "main.tf");
            assertThat(Words.sentence(text.explanation(), nothing)).as(id).doesNotContain("{{");
            assertThat(Words.sentence(text.fix(), nothing)).as(id).doesNotContain("{{");
        });
    }

    @Test
    void noTextBlamesOrBelittles() {
        CATALOGUE.texts().forEach((id, text) -> assertThat(
                        (text.title() + " " + text.explanation() + " " + text.fix()).toLowerCase(java.util.Locale.ROOT))
                .as(id)
                .doesNotContainPattern("\\b(just|simply|obviously|of course|easy|easily|stupid|unfortunately)\\b"));
    }

    @Test
    void everyTopicIsAText() {
        List<String> topics = LabText.of(Bench.LAB).topics();

        CATALOGUE.texts().forEach((id, text) -> assertThat(topics).as(id).contains(text.topic()));
    }

    @Test
    void nothingIsSpelledOutForTheFirstLabOnly() {
        CATALOGUE.texts().forEach((id, text) -> assertThat(text.title() + text.explanation() + text.fix())
                .as(id)
                .doesNotContain("datacenter")
                .doesNotContain("us-east-1"));
    }

    @Test
    void anErrorInACatalogueNamesItsPlaceAndTheNearestName(@TempDir Path home) throws IOException {
        Files.createDirectories(home.resolve("graders"));
        Files.createDirectories(home.resolve("content/mistakes"));
        Files.writeString(
                home.resolve("graders/terraform.yaml"),
                """
                mistakes:
                  one: {group: sintax, says: [{summary: "("}]}
                """);
        Files.writeString(home.resolve("content/mistakes/en.yaml"), "mistakes:\n  two: {title: x, explanation: y}\n");

        assertThatThrownBy(() -> CatalogueReader.read(home, List.of("terraform")))
                .isInstanceOf(LabFileException.class)
                .hasMessageContaining("graders/terraform.yaml:2:")
                .hasMessageContaining("Did you mean 'syntax'?")
                .hasMessageContaining("not a regular expression")
                .hasMessageContaining("says nothing about 'one'");
    }
}
