package dev.plumbline.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The JSON Schemas for editors and the loader say the same: of a file that has every key once, bent in every way the schema
 * speaks of, the one refuses what the other refuses.
 */
class SchemaAgreementTest {
    private static final Path FORMAT = Path.of("src/test/resources/lab-format");

    /** What only the loader can know: it looks further than one value. */
    private static final Set<String> BEYOND_A_SCHEMA = Set.of(
            // Another place of the file speaks of what is gone.
            "/ without parameters",
            "/parameters without mode",
            "/parameters/mode as a number",
            "/parameters/mode without variants",
            "/parameters/mode/variants as a word",
            "/parameters/mode as a word",
            "/requirements/1/id as a text that does not match",
            // A check without its predicate, and a kind of check without its own key.
            "/requirements/1/check without equals",
            "/requirements/2/check without one_of",
            "/requirements/3/check without matches",
            "/requirements/4/check without exists",
            "/requirements/6/check without contains",
            "/requirements/8/check without equals",
            // A starter has to lie there.
            "/workspace/starter as true",
            // Provider addresses, Terraform's commands and files of the lab's folder.
            "/workspace/providers/0 as a word",
            "/setup/0/terraform/0 as a word",
            // A case that passes fails nothing, and one that fails, something; steps want the layer for them.
            "/expect as passed",
            "/layer as plan",
            "/ without fails",
            "/ without layer");

    private final Path home;

    SchemaAgreementTest(@TempDir Path home) {
        this.home = home;
    }

    @ParameterizedTest
    @ValueSource(strings = {"lab", "case", "hints", "mutants"})
    void refuseTheSame(String kind) throws IOException {
        Schemas schema = Schemas.of(kind);
        JsonNode complete = Schemas.read(FORMAT.resolve(kind + ".yaml"));
        assertThat(schema.against(complete)).isEmpty();
        assertThat(problems(kind, complete)).isEmpty();

        List<String> disagreements = new ArrayList<>();
        for (Bends.Bend bend : Bends.of(schema, complete)) {
            List<String> schemaSays = schema.against(bend.bent());
            List<LabProblem> loaderSays = problems(kind, bend.bent());
            if (schemaSays.isEmpty() != loaderSays.isEmpty() && !BEYOND_A_SCHEMA.contains(bend.toString())) {
                disagreements.add(bend + ": the schema says " + schemaSays + ", the loader " + loaderSays);
            }
            if (!bend.known().isEmpty()) {
                assertThat(loaderSays)
                        .as(bend.toString())
                        .extracting(LabProblem::says, problem -> known(problem.next()))
                        .containsExactly(org.assertj.core.groups.Tuple.tuple("unknown key 'zzzzzz'", bend.known()));
            }
        }
        assertThat(disagreements).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lab", "case", "hints", "mutants"})
    void everyPartOfTheSchemaHasItsExample(String kind) {
        Schemas schema = Schemas.of(kind);
        assertThat(Bends.shapes(schema, Schemas.read(FORMAT.resolve(kind + ".yaml"))))
                .containsAll(Bends.declared(schema.tree()));
    }

    @Test
    void everyShippedFileIsValid() throws IOException {
        List<String> told = new ArrayList<>();
        try (Stream<Path> labs = Files.walk(Path.of("labs"));
                Stream<Path> texts = Files.walk(Path.of("content"))) {
            // A new lab's files are patterns with %PLACES% until they are written.
            Stream<Path> written = texts.filter(file -> !file.startsWith("content/authoring"));
            Stream.concat(labs, written).filter(Files::isRegularFile).forEach(file -> {
                String name = file.getFileName().toString();
                if (List.of("lab.yaml", "case.yaml", "hints.yaml", "mutants.yaml")
                        .contains(name)) {
                    Schemas.of(name.replace(".yaml", ""))
                            .against(Schemas.read(file))
                            .forEach(says -> told.add(file + ": " + says));
                }
            });
        }
        assertThat(told).isEmpty();
    }

    private static Set<String> known(String hint) {
        assertThat(hint).startsWith("Known: ");
        return new TreeSet<>(List.of(hint.substring("Known: ".length()).split(", ")));
    }

    /** What the loader says of a document, which it reads as the YAML that JSON is. */
    private List<LabProblem> problems(String kind, JsonNode document) throws IOException {
        Path lab = Files.createDirectories(home.resolve("labs/complete"));
        Path one = Files.createDirectories(lab.resolve("cases/one"));
        Path content = Files.createDirectories(home.resolve("content/complete"));
        Files.copy(
                FORMAT.resolve("lab.yaml"), lab.resolve("lab.yaml"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Path file =
                switch (kind) {
                    case "lab", "mutants" -> lab;
                    case "case" -> one;
                    default -> content;
                };
        Files.writeString(file.resolve(kind + ".yaml"), document.toString());
        try {
            Lab loaded = LabLoader.load(home, "complete", same -> same);
            switch (kind) {
                case "lab" -> {}
                case "case" -> CaseReader.read(loaded);
                case "hints" -> HintReader.read(loaded);
                default -> AcceptedMutants.of(loaded);
            }
            return List.of();
        } catch (LabFileException told) {
            return told.problems();
        }
    }
}
