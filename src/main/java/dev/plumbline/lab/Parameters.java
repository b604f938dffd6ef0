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
 */
public record Parameters(Map<String, Object> values, Map<String, List<Object>> variants) {
    public Parameters {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        variants = Map.copyOf(variants);
    }

    /** The value of that name as text; empty if there is none, which the loader does not let happen. */
    public String text(String name) {
        Object value = values.get(name);
        return value == null ? "" : value.toString();
    }

    /** Draws every variant from the seed; the same seed draws the same values on every machine. */
    public Parameters draw(long seed) {
        Random random = new Random(seed);
        Map<String, Object> drawn = new LinkedHashMap<>(values);
        variants.keySet().stream().sorted().forEach(name -> {
            List<Object> choices = variants.get(name);
            if (choices != null && !choices.isEmpty()) {
                drawn.put(name, choices.get(random.nextInt(choices.size())));
            }
        });
        return new Parameters(drawn, variants);
    }
}
