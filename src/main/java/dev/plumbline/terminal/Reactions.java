package dev.plumbline.terminal;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** What is done about each kind of event. Something is done about every kind: none is passed over in silence. */
final class Reactions {
    private final Map<Class<?>, Consumer<Event>> byKind = new HashMap<>();

    /** What is done about one kind. */
    <E extends Event> Reactions on(Class<E> kind, Consumer<E> reaction) {
        byKind.put(kind, event -> reaction.accept(kind.cast(event)));
        return this;
    }

    /**
     * That was all.
     *
     * @throws IllegalStateException if a kind of event was forgotten
     */
    Reactions complete() {
        for (Class<?> kind : Event.class.getPermittedSubclasses()) {
            if (!byKind.containsKey(kind)) {
                throw new IllegalStateException("nothing is done about " + kind.getSimpleName());
            }
        }
        return this;
    }

    /** Does what is to be done about this one. */
    void to(Event event) {
        Objects.requireNonNull(byKind.get(event.getClass())).accept(event);
    }
}
