package dev.plumbline.terraform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A state file as it lies there. Terraform writes format 4 since 0.12; it is read directly rather than through {@code
 * show -json}, which needs the provider's schema and would fail on just the damaged files a learner should hear about.
 */
public sealed interface StateFile {
    /** There is none. */
    record Absent() implements StateFile {}

    /** It has no bytes, which Terraform takes for no state: so after a killed apply or a move of the backend. */
    record Empty() implements StateFile {}

    /** Terraform could not read it either. */
    record Damaged(String reason) implements StateFile {}

    /**
     * It can be read.
     *
     * @param lineage an id that stays for the life of a state; another lineage is another state
     */
    record Present(String terraformVersion, long serial, String lineage, List<Resource> resources)
            implements StateFile {
        public Present {
            resources = List.copyOf(resources);
        }
    }

    /**
     * One resource instance.
     *
     * @param address as Terraform prints it, index included
     * @param mode {@code managed} or {@code data}
     */
    record Resource(
            String address,
            String mode,
            String type,
            String name,
            String provider,
            boolean tainted,
            Map<String, @Nullable Object> attributes) {
        /** The attribute as text, or empty. */
        public String text(String attribute) {
            Object value = attributes.get(attribute);
            return value == null ? "" : value.toString();
        }
    }

    /** The resource instances, none if it cannot be read. */
    default List<Resource> resources() {
        return List.of();
    }

    /** Reads the bytes of a file that is there. */
    static StateFile read(byte[] bytes) {
        if (bytes.length == 0) {
            return new Empty();
        }
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (JsonProcessingException broken) {
            var at = broken.getLocation();
            return new Damaged("it is not valid JSON"
                    + (at == null ? "" : " from line " + at.getLineNr() + ", column " + at.getColumnNr()));
        }
        if (!root.isObject() || !root.path("version").isInt()) {
            return new Damaged("it is not a Terraform state: it has no version number");
        }
        if (root.path("version").asInt() != 4) {
            return new Damaged(
                    "it has the format version " + root.path("version").asInt() + ", which is not Terraform's (4)");
        }
        List<Resource> resources = new ArrayList<>();
        root.path("resources").forEach(node -> instances(node, resources));
        return new Present(
                root.path("terraform_version").asText(""),
                root.path("serial").asLong(),
                root.path("lineage").asText(""),
                resources);
    }

    private static void instances(JsonNode node, List<Resource> into) {
        String mode = node.path("mode").asText("managed");
        String module = node.path("module").asText("");
        String base = (module.isEmpty() ? "" : module + ".")
                + (mode.equals("data") ? "data." : "")
                + node.path("type").asText()
                + "."
                + node.path("name").asText();
        for (JsonNode instance : node.path("instances")) {
            if (instance.has("deposed")) {
                continue;
            }
            JsonNode key = instance.path("index_key");
            String address = key.isTextual()
                    ? base + "[\"" + key.asText() + "\"]"
                    : key.isNumber() ? base + "[" + key.asText() + "]" : base;
            into.add(new Resource(
                    address,
                    mode,
                    node.path("type").asText(),
                    node.path("name").asText(),
                    node.path("provider").asText(""),
                    instance.path("status").asText("").equals("tainted"),
                    Values.map(instance.path("attributes"))));
        }
    }
}
