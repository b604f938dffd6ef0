package dev.plumbline.terraform.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The value of an expression as far as the source tells it, with the places it came through: first where it is used,
 * then the locals, variables and values files it comes from.
 */
public sealed interface Value {

    /** The places the value came through, nearest first; at least the expression itself. */
    List<SourceRange> via();

    /** The same value, used at another place. */
    Value from(SourceRange place);

    /**
     * A value that is certain: a text, {@link BigDecimal}, {@link Boolean}, null, {@code List} or {@code Map<String, …>}.
     * Elements that are not known are {@link Unknown} objects inside.
     */
    record Known(@Nullable Object data, List<SourceRange> via) implements Value {
        /** Makes the list unmodifiable. */
        public Known {
            via = List.copyOf(via);
        }

        @Override
        public Value from(SourceRange place) {
            return new Known(data, Provenance.prepend(place, via));
        }
    }

    /** A value the source does not tell; {@code subject} names what it hangs on, such as {@code var.region}. */
    record Unknown(UnknownReason reason, String subject, List<SourceRange> via) implements Value {
        /** Makes the list unmodifiable. */
        public Unknown {
            via = List.copyOf(via);
        }

        @Override
        public Value from(SourceRange place) {
            return new Unknown(reason, subject, Provenance.prepend(place, via));
        }
    }

    /** A text, or a number or truth value as Terraform would turn it into one; empty for anything else. */
    default Optional<String> text() {
        return this instanceof Known known ? Optional.ofNullable(Conversions.toText(known.data())) : Optional.empty();
    }

    /** Whether it is certainly {@code null}, which means "not set" to Terraform. */
    default boolean isNull() {
        return this instanceof Known known && known.data() == null;
    }

    /** Whether the value and all its elements are certain. */
    default boolean isWhollyKnown() {
        return this instanceof Known known && Conversions.isWhollyKnown(known.data());
    }

    /** The elements of a list, or nothing for any other value. */
    default List<Value> elements() {
        List<Value> values = new ArrayList<>();
        if (this instanceof Known known && known.data() instanceof List<?> list) {
            list.forEach(element -> values.add(Conversions.wrap(element, via())));
        }
        return values;
    }

    /** The element of a key in a map; empty for any other value and for a key it lacks. */
    default Optional<Value> element(String key) {
        if (this instanceof Known known && known.data() instanceof Map<?, ?> map && map.containsKey(key)) {
            return Optional.of(Conversions.wrap(map.get(key), via()));
        }
        return Optional.empty();
    }
}
