package dev.plumbline.lab;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The named values of a lab, such as {@code stream}, {@code region} and {@code mode}.
 *
 * @param values the value in force for each name; text, a whole number or a truth value, in the author's order
 * @param variants for each name that may be drawn anew, the values to draw from; a name without an entry is fixed
 * @param derived truth values that follow from others: each is true exactly when all its named values are as given
 */
public record Parameters(
        Map<String, Object> values, Map<String, List<Object>> variants, Map<String, Map<String, Object>> derived) {
    public Parameters {
        variants = Map.copyOf(variants);
        derived = Map.copyOf(derived);
        Map<String, Object> all = new LinkedHashMap<>(values);
        derived.forEach((name, condition) -> all.put(name, holds(condition, all)));
        values = Collections.unmodifiableMap(all);
    }

    /** Parameters of which none follows from another. */
    public Parameters(Map<String, Object> values, Map<String, List<Object>> variants) {
        this(values, variants, Map.of());
    }

    /** The value of that name as text; empty if there is none, which the loader does not let happen. */
    public String text(String name) {
        Object value = values.get(name);
        return value == null ? "" : value.toString();
    }

    /** Draws every variant from the seed; the same seed draws the same values on every machine. */
    public Parameters draw(long seed) {
        // Random's first value hardly differs between small seeds, and seeds are 1, 2, 3 in a class: spread them.
        Random random = new Random((seed + 1) * 0x9E3779B97F4A7C15L);
        Map<String, Object> drawn = new LinkedHashMap<>(values);
        variants.keySet().stream().sorted().forEach(name -> {
            List<Object> choices = variants.get(name);
            if (choices != null && !choices.isEmpty()) {
                drawn.put(name, choices.get(random.nextInt(choices.size())));
            }
        });
        return new Parameters(drawn, variants, derived);
    }

    /** Whether all the named values are as a condition says. */
    boolean holds(Map<String, Object> condition) {
        return holds(condition, values);
    }

    private static boolean holds(Map<String, Object> condition, Map<String, Object> values) {
        return condition.entrySet().stream()
                .allMatch(wanted -> wanted.getValue().equals(values.get(wanted.getKey())));
    }
}
