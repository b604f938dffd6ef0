package dev.plumbline.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Walks a document along its schema and bends it at every place in every way the schema speaks of: a key more, a key less,
 * another type, a word that is not in the list, a number out of bounds, a text that does not match, a list with nothing
 * in it.
 */
final class Bends {
    private final Schemas schema;
    private final JsonNode document;
    private final List<Bend> found = new ArrayList<>();
    private final Set<JsonNode> seen = new HashSet<>();

    private Bends(Schemas schema, JsonNode document) {
        this.schema = schema;
        this.document = document;
    }

    /**
     * One of them.
     *
     * @param at where, as a JSON pointer
     * @param what what is done there
     * @param bent the document after it
     * @param known for a key too many: the keys that the schema has there
     */
    record Bend(String at, String what, JsonNode bent, Set<String> known) {
        @Override
        public String toString() {
            return (at.isEmpty() ? "/" : at) + " " + what;
        }
    }

    static List<Bend> of(Schemas schema, JsonNode document) {
        Bends bends = new Bends(schema, document);
        bends.walk(schema.tree(), document, "");
        return bends.found;
    }

    /** The objects of the schema that the document has an example of, by their keys. */
    static Set<Set<String>> shapes(Schemas schema, JsonNode document) {
        Bends bends = new Bends(schema, document);
        bends.walk(schema.tree(), document, "");
        Set<Set<String>> shapes = new HashSet<>();
        bends.seen.forEach(node -> shapes.add(keys(node.path("properties"))));
        return shapes;
    }

    /** The objects of a schema, by their keys. */
    static Set<Set<String>> declared(JsonNode node) {
        Set<Set<String>> shapes = new HashSet<>();
        if (node.has("properties")) {
            shapes.add(keys(node.get("properties")));
        }
        node.forEach(child -> shapes.addAll(declared(child)));
        return shapes;
    }

    private void walk(JsonNode unresolved, JsonNode value, String at) {
        JsonNode rule = choice(schema.resolved(unresolved), value);
        types(rule, at);
        if (value.isObject() && rule.has("properties")) {
            seen.add(rule);
            keys(rule, value, at);
        }
        if (value.isObject()) {
            value.properties().forEach(entry -> {
                JsonNode inner = rule.path("properties").has(entry.getKey())
                        ? rule.path("properties").get(entry.getKey())
                        : rule.path("additionalProperties");
                if (inner.isObject()) {
                    walk(inner, entry.getValue(), at + "/" + entry.getKey());
                }
            });
            if (rule.has("minProperties")) {
                replace(at, "with nothing in it", object());
            }
        }
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                walk(rule.path("items"), value.get(i), at + "/" + i);
            }
            if (rule.has("minItems")) {
                replace(at, "with nothing in it", array());
            }
        }
    }

    /** Of several, the one that is meant by the keys, or by the kind of value. */
    private JsonNode choice(JsonNode rule, JsonNode value) {
        JsonNode several = rule.has("oneOf") ? rule.get("oneOf") : rule.path("anyOf");
        for (JsonNode one : several) {
            JsonNode resolved = schema.resolved(one);
            boolean fits = value.isObject()
                    ? resolved.has("properties") && keys(value).containsAll(texts(resolved.path("required")))
                    : !resolved.has("properties");
            if (fits) {
                return resolved;
            }
        }
        return rule;
    }

    private void keys(JsonNode rule, JsonNode value, String at) {
        change(at, "with a key too many", keys(rule.get("properties")), object -> object.put("zzzzzz", "x"));
        for (String key : keys(value)) {
            change(at, "without " + key, Set.of(), object -> object.remove(key));
        }
    }

    private void types(JsonNode rule, String at) {
        if (rule.has("type") && !at.isEmpty()) {
            replace(at, "as a list of a list", array().add(array()));
            if (!texts(rule.get("type")).contains("object")) {
                replace(at, "as a map", object().put("zzzzzz", "x"));
            }
            if (!texts(rule.get("type")).contains("string")) {
                replace(at, "as a word", object().textNode("zzzzzz"));
            }
            if (!texts(rule.get("type")).contains("number")
                    && !texts(rule.get("type")).contains("integer")) {
                replace(at, "as a number", object().numberNode(7));
            }
        }
        if (rule.has("enum")) {
            replace(at, "as a word that is not in the list", object().textNode("zzzzzz"));
            rule.get("enum").forEach(word -> replace(at, "as " + word.asText(), word));
        }
        if (rule.has("pattern")) {
            replace(at, "as a text that does not match", object().textNode("Z z!"));
        }
        for (String bound : List.of("minimum", "maximum")) {
            if (rule.has(bound)) {
                int limit = rule.get(bound).asInt();
                replace(at, "at its " + bound, object().numberNode(limit));
                replace(at, "past its " + bound, object().numberNode(bound.equals("minimum") ? limit - 1 : limit + 1));
            }
        }
    }

    private void change(String at, String what, Set<String> known, Consumer<ObjectNode> change) {
        JsonNode copy = document.deepCopy();
        change.accept((ObjectNode) copy.at(at));
        found.add(new Bend(at, what, copy, known));
    }

    private void replace(String at, String what, JsonNode by) {
        JsonNode copy = document.deepCopy();
        int cut = at.lastIndexOf('/');
        JsonNode parent = copy.at(at.substring(0, cut));
        String key = at.substring(cut + 1);
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(key), by);
        } else {
            ((ObjectNode) parent).set(key, by);
        }
        found.add(new Bend(at, what, copy, Set.of()));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    private static Set<String> keys(JsonNode object) {
        Set<String> keys = new TreeSet<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static Set<String> texts(JsonNode node) {
        Set<String> texts = new TreeSet<>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
