package dev.plumbline.sandbox;

import dev.plumbline.sandbox.wire.AwsException;
import dev.plumbline.sandbox.wire.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/**
 * Where a workspace's endpoint answers, remembered beside its store, so that what another shell exported stays valid.
 *
 * @param port the port on 127.0.0.1
 * @param id what the endpoint's health path answers
 */
record EndpointFile(int port, String id) {
    private static final String NAME = "endpoint.json";

    /** Reads it; one that is missing or damaged is no harm: another port is chosen. */
    static Optional<EndpointFile> read(Path folder) {
        try {
            Map<String, ?> in = Document.JSON.read(Files.readAllBytes(folder.resolve(NAME)));
            return in.get("port") instanceof Long port && in.get("id") instanceof String id && port > 0 && port < 65_536
                    ? Optional.of(new EndpointFile(port.intValue(), id))
                    : Optional.empty();
        } catch (IOException | AwsException missingOrDamaged) {
            return Optional.empty();
        }
    }

    /** Writes it in one step. */
    void write(Path folder) throws IOException {
        Path draft = folder.resolve(NAME + ".new");
        Files.write(draft, Document.JSON.write(Map.of("port", port, "id", id)));
        Files.move(draft, folder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
