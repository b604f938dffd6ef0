package dev.plumbline.cohort.handin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Masks the secrets of a JSON document: what the document itself calls sensitive, and every secret that is known. */
final class JsonMasking {
    /** Attributes that hold a secret wherever they stand. */
    private static final Set<String> NAMES =
            Set.of("access_key", "secret_key", "secret_access_key", "session_token", "token", "password", "secret");

    private final Secrets secrets;
    private final TextMasking texts;
    private final String file;

    /** For one file of the bundle. */
    JsonMasking(Secrets secrets, TextMasking texts, String file) {
        this.secrets = secrets;
        this.texts = texts;
        this.file = file;
    }

    /** The document with every secret in it masked, and noted; a new tree. */
    JsonNode all(JsonNode node) {
        return all(node, "");
    }

    private JsonNode all(JsonNode node, String name) {
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(e -> object.set(e.getKey(), all(e.getValue(), e.getKey())));
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(inner -> array.add(all(inner, name)));
            return array;
        }
        if (!node.isTextual()) {
            return node;
        }
        String text = node.asText();
        boolean key = NAMES.contains(name) && !secrets.isOpen(text) && !Mask.isOne(text);
        if (key) {
            texts.note(file, name);
        }
        return JsonNodeFactory.instance.textNode(key ? Mask.of(text) : texts.inside(file, text));
    }

    /**
     * The value with the parts masked that a shadow of it marks with {@code true}, as Terraform writes {@code
     * after_sensitive} beside {@code after}.
     */
    JsonNode marked(JsonNode value, JsonNode marks, String what) {
        if (marks.isBoolean() && marks.asBoolean()) {
            return leaves(value, what);
        }
        if (value.isObject() && marks.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties()
                    .forEach(e -> object.set(
                            e.getKey(), marked(e.getValue(), marks.path(e.getKey()), what + "." + e.getKey())));
            return object;
        }
        if (value.isArray() && marks.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < value.size(); i++) {
                array.add(marked(value.get(i), marks.path(i), what));
            }
            return array;
        }
        return value;
    }

    /** Every text and number in it masked, and remembered as a secret for the other files. */
    JsonNode leaves(JsonNode value, String what) {
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(e -> object.set(e.getKey(), leaves(e.getValue(), what)));
            return object;
        }
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            value.forEach(inner -> array.add(leaves(inner, what)));
            return array;
        }
        if (value.isTextual() && !secrets.isOpen(value.asText())) {
            secrets.add(what, value.asText());
            texts.note(file, what);
            return JsonNodeFactory.instance.textNode(Mask.of(value.asText()));
        }
        if (value.isNumber()) {
            texts.note(file, what);
            return JsonNodeFactory.instance.numberNode(0);
        }
        return value;
    }
}
