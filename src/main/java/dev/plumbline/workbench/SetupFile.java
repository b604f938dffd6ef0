package dev.plumbline.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.grading.judge.SetupRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** {@code .plumbline/setup.json}: what the lab's setup made before the learner began. */
public final class SetupFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SetupFile() {}

    private static Path path(Path root) {
        return PlumblineFolder.of(root).resolve("setup.json");
    }

    /** Whether the setup was carried out. */
    public static boolean exists(Path root) {
        return Files.isRegularFile(path(root));
    }

    /** Reads it; nothing if there is none or it cannot be read. */
    public static SetupRecord read(Path root) {
        try {
            JsonNode node = JSON.readTree(Files.readAllBytes(path(root)));
            String created = node.path("created").asText("");
            return created.isEmpty() ? SetupRecord.NONE : new SetupRecord(Optional.of(Instant.parse(created)));
        } catch (IOException | DateTimeException absent) {
            return SetupRecord.NONE;
        }
    }

    /** Writes it. */
    static void write(Path root, SetupRecord record) throws IOException {
        ObjectNode node = JSON.createObjectNode();
        record.created().ifPresent(created -> node.put("created", created.toString()));
        Files.write(path(root), JSON.writeValueAsBytes(node));
    }
}
