package dev.plumbline.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Attribute values as plain Java: text, {@link java.math.BigDecimal}, {@link Boolean}, lists and maps of these, null. */
public final class Values {
    private Values() {}

    /** Converts a JSON value. */
    public static @Nullable Object of(JsonNode node) {
        if (node.isTextual()) {
            return node.asText();
        }
        if (node.isNumber()) {
            return node.decimalValue();
        }
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        if (node.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            node.forEach(item -> list.add(of(item)));
            return Collections.unmodifiableList(list);
        }
        if (node.isObject()) {
            return map(node);
        }
        return null;
    }

    /** Converts a JSON object, keeping its order. */
    public static Map<String, @Nullable Object> map(JsonNode node) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        node.properties().forEach(e -> map.put(e.getKey(), of(e.getValue())));
        return Collections.unmodifiableMap(map);
    }

    /**
     * The value at a dotted path; a list on the way stands for its first element, as for Terraform's nested blocks. Null
     * if there is none.
     */
    public static @Nullable Object at(Map<String, ? extends @Nullable Object> attributes, String path) {
        Object here = attributes;
        for (String step : path.split("\\.", -1)) {
            if (here instanceof List<?> list) {
                here = list.isEmpty() ? null : list.get(0);
            }
            if (!(here instanceof Map<?, ?> map)) {
                return null;
            }
            here = map.get(step);
        }
        return here;
    }
}
