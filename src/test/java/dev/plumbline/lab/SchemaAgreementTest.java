package dev.plumbline.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JSON Schema for editors offers the keys that the loader takes. */
class SchemaAgreementTest {
    @Test
    void everyKeyOfTheSchemaIsKnownToTheLoader(@TempDir Path home) throws IOException {
        List<String> keys = new ArrayList<>();
        new ObjectMapper()
                .readTree(Path.of("labs/lab.schema.json").toFile())
                .path("properties")
                .fieldNames()
                .forEachRemaining(keys::add);
        Path lab = Files.createDirectories(home.resolve("labs/one"));
        Files.writeString(lab.resolve("lab.yaml"), String.join(":\n", keys) + ":\nnonsense:\n");

        LabFileException told =
                catchThrowableOfType(LabFileException.class, () -> LabLoader.load(home, "one", same -> same));

        assertThat(keys).contains("title", "requirements", "drills");
        assertThat(told.problems().stream().map(LabProblem::says).filter(says -> says.startsWith("unknown key")))
                .containsExactly("unknown key 'nonsense'");
    }
}
