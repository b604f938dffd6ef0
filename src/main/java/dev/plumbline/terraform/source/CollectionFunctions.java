package dev.plumbline.terraform.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The functions on lists, sets and maps. */
final class CollectionFunctions {

    private CollectionFunctions() {}

    static @Nullable Object apply(String name, List<@Nullable Object> data) {
        Arguments a = new Arguments(data);
        try {
            return switch (name) {
                case "length" ->
                    a.any(0) instanceof String text && !TextFunctions.isSimple(text)
                            ? Functions.UNSUPPORTED
                            : BigDecimal.valueOf(length(a.any(0)));
                case "element" -> element(ordered(a.list(0)), a.whole(1));
                case "lookup" -> lookup(a);
                case "contains" -> a.list(0).stream().anyMatch(element -> Conversions.same(element, a.any(1)));
                case "keys" -> new ArrayList<@Nullable Object>(new TreeMap<>(a.map(0)).keySet());
                case "values" ->
                    new ArrayList<@Nullable Object>(sorted(a.map(0)).values());
                case "merge" -> merge(a);
                case "concat" -> concat(a);
                case "compact" ->
                    Conversions.unified(a.list(0)).stream()
                            .filter(element -> element != null && !element.equals(""))
                            .toList();
                case "distinct" -> distinct(Conversions.unified(a.list(0)));
                case "flatten" -> flatten(a.list(0), new ArrayList<>(), 0);
                case "reverse" -> reversed(a.list(0));
                case "sort" ->
                    a.list(0).stream().map(Arguments::textOf).sorted().toList();
                case "slice" -> slice(ordered(a.list(0)), a.whole(1), a.whole(2));
                case "one" -> one(a.list(0));
                case "zipmap" -> zip(a.list(0), a.list(1));
                case "toset" -> new TerraformSet(Conversions.unified(a.list(0)));
                case "tolist" -> a.any(0) == null ? null : Conversions.unified(a.list(0));
                case "tomap" -> unified(a.map(0));
                case "setunion" -> union(a);
                default -> Functions.UNSUPPORTED;
            };
        } catch (Arguments.Refused e) {
            return Functions.INVALID;
        }
    }

    private static int length(@Nullable Object value) {
        if (value instanceof String text) {
            return text.length();
        }
        if (value instanceof List<?> list) {
            return list.size();
        }
        if (value instanceof Map<?, ?> map) {
            return map.size();
        }
        throw new Arguments.Refused();
    }

    private static @Nullable Object element(List<?> list, int index) {
        if (list.isEmpty() || index < 0) {
            throw new Arguments.Refused();
        }
        return list.get(index % list.size());
    }

    private static @Nullable Object lookup(Arguments a) {
        String key = a.text(1);
        if (a.map(0).containsKey(key)) {
            return a.map(0).get(key);
        }
        return a.any(2);
    }

    private static Map<String, @Nullable Object> sorted(Map<?, ?> map) {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        return sorted;
    }

    private static Map<String, @Nullable Object> merge(Arguments a) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>();
        for (int i = 0; i < a.count(); i++) {
            if (a.any(i) != null) {
                a.map(i).forEach((key, value) -> merged.put(String.valueOf(key), value));
            }
        }
        return merged;
    }

    private static List<@Nullable Object> concat(Arguments a) {
        List<@Nullable Object> all = new ArrayList<>();
        for (int i = 0; i < a.count(); i++) {
            all.addAll(ordered(a.list(i)));
        }
        return all;
    }

    private static List<@Nullable Object> distinct(List<?> list) {
        List<@Nullable Object> kept = new ArrayList<>();
        for (Object element : list) {
            if (kept.stream().noneMatch(present -> Conversions.same(present, element))) {
                kept.add(element);
            }
        }
        return kept;
    }

    private static List<@Nullable Object> flatten(List<?> list, List<@Nullable Object> into, int depth) {
        if (depth > 50) {
            throw new Arguments.Refused();
        }
        for (Object element : list) {
            if (element instanceof List<?> inner) {
                flatten(inner, into, depth + 1);
            } else {
                into.add(element);
            }
        }
        return into;
    }

    private static List<@Nullable Object> reversed(List<?> list) {
        List<@Nullable Object> copy = new ArrayList<>(list);
        Collections.reverse(copy);
        return copy;
    }

    private static List<@Nullable Object> slice(List<?> list, int from, int to) {
        if (from < 0 || to < from || to > list.size()) {
            throw new Arguments.Refused();
        }
        return new ArrayList<>(list.subList(from, to));
    }

    private static @Nullable Object one(List<?> list) {
        if (list.size() > 1) {
            throw new Arguments.Refused();
        }
        return list.isEmpty() ? null : list.get(0);
    }

    private static Map<String, @Nullable Object> zip(List<?> keys, List<?> values) {
        if (keys.size() != values.size()) {
            throw new Arguments.Refused();
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            map.put(Arguments.textOf(keys.get(i)), values.get(i));
        }
        return map;
    }

    /** A set has no order: Terraform refuses it where one matters. */
    private static List<?> ordered(List<?> list) {
        if (list instanceof TerraformSet) {
            throw new Arguments.Refused();
        }
        return list;
    }

    private static Map<String, @Nullable Object> unified(Map<?, ?> map) {
        List<@Nullable Object> values = Conversions.unified(map.values());
        Map<String, @Nullable Object> unified = new LinkedHashMap<>();
        map.keySet().forEach(key -> unified.put(String.valueOf(key), values.get(unified.size())));
        return unified;
    }

    private static TerraformSet union(Arguments a) {
        List<@Nullable Object> all = new ArrayList<>();
        for (int i = 0; i < a.count(); i++) {
            all.addAll(a.list(i));
        }
        return new TerraformSet(Conversions.unified(all));
    }
}
