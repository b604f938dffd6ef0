package dev.plumbline.coaching;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the coach knows by heart.
 *
 * @param mistakes by id, in the order of the files
 * @param shapes by resource type; {@code provider} for the AWS provider's block
 * @param lookalikes resource types that are easily taken for the wanted one, with the service they belong to
 * @param texts what is said about each mistake
 */
record Catalogue(
        Map<String, Mistake> mistakes,
        Map<String, Shape> shapes,
        Map<String, String> lookalikes,
        Map<String, Text> texts) {

    /** What is said about one mistake; templates, empty where nothing is said. */
    record Text(String title, String explanation, String fix, String next, String topic) {}

    Catalogue {
        mistakes = new LinkedHashMap<>(mistakes);
    }

    /** The mistake of that id. */
    Mistake mistake(String id) {
        Mistake found = mistakes.get(id);
        if (found == null) {
            throw new IllegalStateException("a recogniser reports '" + id + "', which no catalogue has");
        }
        return found;
    }

    /** The shape of a resource type, if it is known. */
    Optional<Shape> shape(String type) {
        return Optional.ofNullable(shapes.get(type));
    }
}
