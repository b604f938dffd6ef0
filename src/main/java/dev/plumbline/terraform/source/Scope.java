package dev.plumbline.terraform.source;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that only mean something where an expression stands: each, count, loop variables, a block's iterator. */
final class Scope {

    static final Scope NONE = new Scope(Map.of());

    private final Map<String, Value> names;

    private Scope(Map<String, Value> names) {
        this.names = names;
    }

    Scope with(String name, Value value) {
        Map<String, Value> more = new HashMap<>(names);
        more.put(name, value);
        return new Scope(more);
    }

    @Nullable
    Value find(String name) {
        return names.get(name);
    }
}
