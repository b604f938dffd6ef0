package dev.plumbline.sandbox.wire;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An input that has passed its {@link Shape}: the types of its values are settled. */
public final class Input {
    private final Map<String, Object> values;

    Input(Map<String, Object> values) {
        this.values = values;
    }

    private <T> Optional<T> get(String name, Class<T> type) {
        return Optional.ofNullable(values.get(name)).map(type::cast);
    }

    /** A text, where given. */
    public Optional<String> text(String name) {
        return get(name, String.class);
    }

    /** A text that the shape requires. */
    public String needText(String name) {
        return text(name).orElseThrow();
    }

    /** A whole number, where given. */
    public Optional<Integer> whole(String name) {
        return get(name, Long.class).map(Long::intValue);
    }

    /** A whole number that the shape requires. */
    public int needWhole(String name) {
        return whole(name).orElseThrow();
    }

    /** Whether a flag is set; left out is false. */
    public boolean flag(String name) {
        return get(name, Boolean.class).orElse(false);
    }

    /** A moment, where given. */
    public Optional<Instant> time(String name) {
        return get(name, Instant.class);
    }

    /** Bytes that the shape requires. */
    public byte[] needBytes(String name) {
        return get(name, byte[].class).orElseThrow();
    }

    /** A structure, where given. */
    public Optional<Input> structure(String name) {
        return get(name, Input.class);
    }

    /** A list's texts; left out is empty. */
    public List<String> texts(String name) {
        return elements(name, String.class);
    }

    /** A list's structures; left out is empty. */
    public List<Input> structures(String name) {
        return elements(name, Input.class);
    }

    private <T> List<T> elements(String name, Class<T> type) {
        return get(name, List.class)
                .map(list -> ((List<?>) list).stream().map(type::cast).toList())
                .orElse(List.of());
    }

    /** A map of texts; left out is empty. */
    public Map<String, String> textMap(String name) {
        Map<String, String> typed = new java.util.LinkedHashMap<>();
        get(name, Map.class).ifPresent(map -> ((Map<?, ?>) map)
                .forEach((key, value) -> typed.put(String.valueOf(key), String.valueOf(value))));
        return typed;
    }
}
