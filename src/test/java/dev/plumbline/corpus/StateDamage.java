package dev.plumbline.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Harm that comes to a state file: {@code truncate N} keeps N bytes, {@code set K=V} sets a top-level key, {@code attr
 * K=V} an attribute of every resource instance, {@code schema N} their schema version, {@code conflict} leaves a merge's
 * markers in it. V is JSON, or else a text.
 */
final class StateDamage {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StateDamage() {}

    static void apply(Path state, String how) throws IOException {
        String[] words = how.split(" ", 2);
        String rest = words.length > 1 ? words[1] : "";
        switch (words[0]) {
            case "truncate" ->
                Files.write(state, Arrays.copyOf(Files.readAllBytes(state), Integer.parseInt(rest.strip())));
            case "conflict" -> {
                String text = Files.readString(state);
                Files.writeString(state, "<<<<<<< HEAD\n" + text + "=======\n" + text + ">>>>>>> theirs\n");
            }
            case "set", "attr", "schema" -> {
                ObjectNode root = (ObjectNode) JSON.readTree(state.toFile());
                change(root, words[0], rest);
                Files.writeString(state, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
            }
            default -> throw new IllegalArgumentException("unknown damage \"" + how + "\"");
        }
    }

    private static void change(ObjectNode root, String verb, String rest) {
        if (verb.equals("set")) {
            put(root, rest);
            return;
        }
        for (JsonNode resource : root.path("resources")) {
            for (JsonNode instance : resource.path("instances")) {
                if (verb.equals("schema")) {
                    ((ObjectNode) instance).put("schema_version", Integer.parseInt(rest.strip()));
                } else {
                    put((ObjectNode) instance.path("attributes"), rest);
                }
            }
        }
    }

    private static void put(ObjectNode into, String pair) {
        String[] sides = pair.split("=", 2);
        into.set(sides[0], value(sides[1]));
    }

    private static JsonNode value(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            return TextNode.valueOf(text);
        }
    }
}
