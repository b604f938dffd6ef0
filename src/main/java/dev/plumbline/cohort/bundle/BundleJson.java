package dev.plumbline.cohort.bundle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** JSON of a stranger's: nothing nested without end, no name twice, nothing behind the end. */
public final class BundleJson {
    private static final int DEEPEST = 200;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(SerializationFeature.INDENT_OUTPUT);

    private BundleJson() {}

    /** An empty object. */
    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** Indented, with a final newline. */
    public static byte[] bytes(JsonNode root) {
        try {
            return (JSON.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values is always writable", impossible);
        }
    }

    /**
     * Reads it.
     *
     * @throws JsonProcessingException if it is no JSON, or not such as anybody honest writes
     */
    public static JsonNode read(byte[] bytes) throws JsonProcessingException {
        return JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
    }

    /** Why it is none, in a few words with the place; nothing of the text itself. */
    public static String reason(JsonProcessingException broken) {
        var at = broken.getLocation();
        return at == null
                ? "it cannot be read"
                : "it goes wrong at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
