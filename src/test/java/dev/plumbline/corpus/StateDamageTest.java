package dev.plumbline.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDamageTest {
    private static final String STATE =
            """
            {"version": 4, "serial": 3, "resources": [
              {"instances": [{"schema_version": 1, "attributes": {"name": "datacenter-stream"}}]}]}
            """;

    private Path state = Path.of("");

    @BeforeEach
    void write(@TempDir Path folder) throws IOException {
        state = Files.writeString(folder.resolve("terraform.tfstate"), STATE);
    }

    @Test
    void truncates() throws IOException {
        StateDamage.apply(state, "truncate 20");
        assertThat(state).hasSize(20);
    }

    @Test
    void setsAKeyAnAttributeAndTheSchema() throws IOException {
        StateDamage.apply(state, "set serial=9");
        StateDamage.apply(state, "set lineage=other");
        StateDamage.apply(state, "attr region=\"us-east-1\"");
        StateDamage.apply(state, "schema 2");

        JsonNode json = new ObjectMapper().readTree(state.toFile());
        assertThat(json.path("serial").asInt()).isEqualTo(9);
        assertThat(json.path("lineage").asText()).isEqualTo("other");
        JsonNode instance = json.at("/resources/0/instances/0");
        assertThat(instance.at("/attributes/region").asText()).isEqualTo("us-east-1");
        assertThat(instance.path("schema_version").asInt()).isEqualTo(2);
    }

    @Test
    void leavesTheMarkersOfAMerge() throws IOException {
        StateDamage.apply(state, "conflict");
        assertThat(state).content().startsWith("<<<<<<<").contains("=======").contains(">>>>>>>");
    }
}
