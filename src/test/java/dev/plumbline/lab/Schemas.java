package dev.plumbline.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A published JSON Schema, as an editor uses it. */
final class Schemas {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final JsonNode tree;
    private final JsonSchema schema;

    private Schemas(Path file) {
        try {
            this.tree = JSON.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        this.schema = FACTORY.getSchema(SchemaLocation.of(file.toUri().toString()));
    }

    /** {@code labs/NAME.schema.json}. */
    static Schemas of(String name) {
        return new Schemas(Path.of("labs", name + ".schema.json").toAbsolutePath());
    }

    /** What it has against a document. */
    List<String> against(JsonNode document) {
        return schema.validate(document).stream().map(Object::toString).sorted().toList();
    }

    JsonNode tree() {
        return tree;
    }

    /** Where a {@code $ref} leads, in this file or another of the folder. */
    JsonNode resolved(JsonNode node) {
        if (!node.has("$ref")) {
            return node;
        }
        String[] parts = node.get("$ref").asText().split("#", 2);
        JsonNode root = parts[0].isEmpty()
                ? tree
                : of(parts[0].replace(".schema.json", "")).tree();
        return root.at(parts[1]);
    }

    /** An author's YAML file as JSON. */
    static JsonNode read(Path file) {
        Problems problems = new Problems();
        YamlNode root = YamlFile.read(file, file.toString(), problems);
        problems.throwIfAny();
        return JSON.valueToTree(java.util.Objects.requireNonNull(root).value());
    }
}
