package dev.plumbline.sandbox.kinesis;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Typed access to a stored document that this program wrote itself. */
record Fields(Map<String, @Nullable Object> values) {
    private Object need(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    String text(String name) {
        return (String) need(name);
    }

    Optional<String> maybe(String name) {
        return Optional.ofNullable((String) values.get(name));
    }

    long number(String name) {
        return ((Number) need(name)).longValue();
    }

    Instant time(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    Fields object(String name) {
        return of(need(name));
    }

    List<Fields> objects(String name) {
        return ((List<?>) need(name)).stream().map(Fields::of).toList();
    }

    List<String> texts(String name) {
        return ((List<?>) need(name)).stream().map(String.class::cast).toList();
    }

    List<Long> numbers(String name) {
        return ((List<?>) need(name)).stream().map(Long.class::cast).toList();
    }

    List<Instant> times(String name) {
        return numbers(name).stream().map(Instant::ofEpochMilli).toList();
    }

    Map<String, String> textMap(String name) {
        Map<String, String> typed = new LinkedHashMap<>();
        object(name).values().forEach((key, value) -> typed.put(key, String.valueOf(value)));
        return typed;
    }

    private static Fields of(Object raw) {
        Map<String, @Nullable Object> typed = new LinkedHashMap<>();
        ((Map<?, ?>) raw).forEach((key, value) -> typed.put(String.valueOf(key), value));
        return new Fields(typed);
    }
}
