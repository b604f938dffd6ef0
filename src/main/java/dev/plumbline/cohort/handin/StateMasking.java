package dev.plumbline.cohort.handin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cohort.bundle.BundleJson;
import java.nio.charset.StandardCharsets;

/**
 * Masks a Terraform state (format 4): attributes under the paths that {@code sensitive_attributes} lists, and outputs that
 * are sensitive. A state in which there is nothing to mask stays as it is, byte for byte; one that is damaged is a text.
 */
final class StateMasking {
    private final Secrets secrets;
    private final TextMasking texts;

    StateMasking(Secrets secrets, TextMasking texts) {
        this.secrets = secrets;
        this.texts = texts;
    }

    byte[] mask(String file, byte[] state) {
        JsonNode root;
        try {
            root = BundleJson.read(state);
        } catch (JsonProcessingException damaged) {
            return texts.file(file, new String(state, StandardCharsets.ISO_8859_1))
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
        JsonMasking json = new JsonMasking(secrets, texts, file);
        JsonNode masked = root.deepCopy();
        masked.path("resources").forEach(resource -> resource.path("instances").forEach(instance -> {
            String what =
                    resource.path("type").asText() + "." + resource.path("name").asText();
            instance.path("sensitive_attributes").forEach(path -> sensitive(instance, path, json, what));
        }));
        masked.path("outputs").properties().forEach(output -> {
            if (output.getValue().path("sensitive").asBoolean() && output.getValue() instanceof ObjectNode object) {
                object.set("value", json.leaves(object.path("value"), "output." + output.getKey()));
            }
        });
        JsonNode all = json.all(masked);
        return all.equals(root) ? state : BundleJson.bytes(all);
    }

    /** A path is a list of steps: {@code {"type": "get_attr", "value": "name"}} or an index with a value of its own. */
    private static void sensitive(JsonNode instance, JsonNode path, JsonMasking json, String what) {
        JsonNode here = instance;
        String name = "attributes";
        for (JsonNode step : path) {
            JsonNode inner = child(here, name);
            here = inner;
            JsonNode value = step.path("value");
            name = value.isObject() ? value.path("value").asText() : value.asText();
        }
        if (here instanceof ObjectNode object && object.has(name)) {
            object.set(name, json.leaves(object.get(name), what + "." + name));
        } else if (here instanceof ArrayNode array && name.matches("\\d{1,6}") && array.has(Integer.parseInt(name))) {
            int index = Integer.parseInt(name);
            array.set(index, json.leaves(array.get(index), what));
        }
    }

    private static JsonNode child(JsonNode node, String name) {
        return node.isArray() && name.matches("\\d{1,6}") ? node.path(Integer.parseInt(name)) : node.path(name);
    }
}
