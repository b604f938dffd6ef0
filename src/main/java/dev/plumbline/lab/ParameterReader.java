package dev.plumbline.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the {@code parameters} of a lab file, and conditions on them. */
final class ParameterReader {
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, List<Object>> variants = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> derived = new LinkedHashMap<>();

    private ParameterReader() {}

    static Parameters read(@Nullable YamlNode node) {
        ParameterReader reader = new ParameterReader();
        if (node != null) {
            Map<String, YamlNode> entries = node.map();
            entries.forEach((name, value) -> reader.one(node, name, value));
            entries.forEach((name, value) -> reader.derive(name, value));
        }
        return new Parameters(reader.values, reader.variants, reader.derived);
    }

    /** A condition such as {@code {mode: PROVISIONED}}; always true when absent. */
    static Map<String, Object> condition(@Nullable YamlNode node, Parameters parameters) {
        return node == null ? Map.of() : condition(node, parameters.values(), parameters.variants());
    }

    private void one(YamlNode all, String name, YamlNode node) {
        if (!NAME.matcher(name).matches()) {
            all.key(name)
                    .problem(
                            "'" + name + "' is no name for a parameter",
                            "Use letters and digits, a small letter first");
        }
        if (!node.isMap()) {
            values.put(name, simple(node));
            return;
        }
        if (node.find("is") != null) {
            node.allow("is");
            return;
        }
        node.allow("value", "variants");
        YamlNode value = node.require("value");
        if (value == null) {
            return;
        }
        values.put(name, simple(value));
        List<Object> choices =
                node.list("variants").stream().map(ParameterReader::simple).toList();
        if (!choices.isEmpty()) {
            variants.put(name, choices);
        }
    }

    private void derive(String name, YamlNode node) {
        YamlNode is = node.isMap() ? node.find("is") : null;
        if (is != null) {
            derived.put(name, condition(is, values, variants));
        }
    }

    private static Map<String, Object> condition(
            YamlNode node, Map<String, Object> values, Map<String, List<Object>> variants) {
        Map<String, Object> condition = new LinkedHashMap<>();
        if (node.isMap() && node.map().isEmpty()) {
            node.problem("the condition names no parameter", "Write it as {mode: ON_DEMAND}, or leave it out");
        }
        node.map().forEach((name, wanted) -> {
            Object value = simple(wanted);
            Object now = values.get(name);
            if (now == null) {
                node.key(name).problem("unknown parameter '" + name + "'", Nearest.hint(name, values.keySet()));
            } else if (!now.equals(value)
                    && !variants.getOrDefault(name, List.of()).contains(value)) {
                wanted.problem("'" + name + "' is never '" + value + "'", "Add it to its variants");
            }
            condition.put(name, value);
        });
        return condition;
    }

    private static Object simple(YamlNode node) {
        Object value = node.value();
        if (value instanceof Map || value instanceof List || value.toString().isEmpty()) {
            node.problem("expected text, a number or a truth value, found " + node.describe(), "");
            return "";
        }
        return value;
    }
}
