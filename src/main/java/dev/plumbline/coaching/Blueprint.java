package dev.plumbline.coaching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the code a lab asks for, no more than that, laid out as {@code terraform fmt} would. */
final class Blueprint {
    private final Wanted wanted;

    Blueprint(Wanted wanted) {
        this.wanted = wanted;
    }

    /** The whole file. */
    String file(String label) {
        return wanted.region().isEmpty() ? resource(label) : provider() + "\n" + resource(label);
    }

    /** The provider block. */
    String provider() {
        return "provider \"aws\" {\n  region = " + Surgery.quoted(wanted.region()) + "\n}\n";
    }

    /** The resource block. */
    String resource(String label) {
        return "resource \"" + wanted.type() + "\" \"" + label + "\" {\n" + indented(body(true)) + "\n}\n";
    }

    /** What stands in the resource block, without indentation. */
    String body(boolean withName) {
        Map<String, Object> top = new LinkedHashMap<>();
        Map<String, Map<String, Object>> nested = new LinkedHashMap<>();
        Map<String, Map<?, ?>> maps = new LinkedHashMap<>();
        if (withName) {
            top.put(wanted.identity(), wanted.name());
        }
        wanted.attributes().forEach((path, value) -> {
            int dot = path.indexOf('.');
            if (value instanceof Map<?, ?> map) {
                maps.put(path, map);
            } else if (dot > 0 && path.startsWith("tags.")) {
                nested.computeIfAbsent("=tags", k -> new LinkedHashMap<>()).put(path.substring(dot + 1), value);
            } else if (dot > 0) {
                nested.computeIfAbsent(path.substring(0, dot), k -> new LinkedHashMap<>())
                        .put(path.substring(dot + 1), value);
            } else {
                top.put(path, value);
            }
        });
        List<String> parts = new ArrayList<>();
        if (!top.isEmpty()) {
            parts.add(arguments(top));
        }
        nested.forEach((block, inner) -> parts.add((block.startsWith("=") ? block.substring(1) + " = " : block + " ")
                + "{\n" + indented(arguments(inner)) + "\n}"));
        maps.forEach((name, map) -> {
            Map<String, Object> entries = new LinkedHashMap<>();
            map.forEach((key, value) -> entries.put(key(key), String.valueOf(value)));
            parts.add(name + " = {\n" + indented(arguments(entries)) + "\n}");
        });
        return String.join("\n\n", parts);
    }

    /** The nested block of a dotted path, with its argument. */
    static String nestedBlock(String path, Object value) {
        int dot = path.indexOf('.');
        return path.substring(0, dot) + " {\n  " + path.substring(dot + 1) + " = " + expression(value) + "\n}";
    }

    /** A value as it is written in code. */
    static String expression(Object value) {
        if (value instanceof Boolean || value instanceof Number) {
            return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        }
        if (value instanceof List<?> list) {
            List<String> items = new ArrayList<>();
            list.forEach(item -> items.add(expression(item == null ? "" : item)));
            return "[" + String.join(", ", items) + "]";
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> entries = new LinkedHashMap<>();
            map.forEach((key, item) -> entries.put(key(key), item == null ? "" : item));
            return "{\n" + indented(arguments(entries)) + "\n}";
        }
        return Surgery.quoted(String.valueOf(value));
    }

    /** A value in a sentence: all on one line. */
    static String inline(Object value) {
        if (value instanceof Map<?, ?> map) {
            List<String> entries = new ArrayList<>();
            map.forEach((key, item) -> entries.add(key(key) + " = " + inline(item == null ? "" : item)));
            return entries.isEmpty() ? "{}" : "{ " + String.join(", ", entries) + " }";
        }
        return expression(value);
    }

    /** A key that is no identifier stands in quotes. */
    private static String key(@Nullable Object key) {
        String text = String.valueOf(key);
        return text.matches("[A-Za-z_][A-Za-z0-9_-]*") ? text : Surgery.quoted(text);
    }

    private static String arguments(Map<String, Object> values) {
        int width = values.keySet().stream().mapToInt(String::length).max().orElse(0);
        List<String> lines = new ArrayList<>();
        values.forEach(
                (name, value) -> lines.add(name + " ".repeat(width - name.length()) + " = " + expression(value)));
        return String.join("\n", lines);
    }

    private static String indented(String lines) {
        return ("  " + lines.replace("\n", "\n  ")).replace("\n  \n", "\n\n");
    }
}
