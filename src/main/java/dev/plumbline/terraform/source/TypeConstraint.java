package dev.plumbline.terraform.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a variable's value into one of its type, as Terraform does before anything reads it: elements are converted, a
 * list becomes a set, an object loses what its type does not name and gains its optional attributes. Source: "Type
 * Constraints" in the Terraform language documentation.
 */
final class TypeConstraint {
    private final Evaluator evaluator;

    private TypeConstraint(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** The value as the type has it; invalid where it does not fit. */
    static Value convert(Value value, @Nullable Expression type, Evaluator evaluator) {
        if (!(value instanceof Value.Known known) || type == null || known.data() == null) {
            return value;
        }
        try {
            return new Value.Known(new TypeConstraint(evaluator).converted(known.data(), type), known.via());
        } catch (Arguments.Refused e) {
            String name = type instanceof Expression.Call call ? call.function() : Traversals.text(type);
            return new Value.Unknown(UnknownReason.INVALID, name, known.via());
        }
    }

    private @Nullable Object converted(@Nullable Object data, Expression type) {
        if (data == null || data instanceof Value.Unknown) {
            return data;
        }
        if (type instanceof Expression.Call call && !call.arguments().isEmpty()) {
            return compound(data, call.function(), call.arguments().get(0));
        }
        return switch (Traversals.text(type)) {
            case "string" -> fitting(Conversions.toText(data));
            case "number" -> fitting(Conversions.toNumber(data));
            case "bool" -> fitting(Conversions.toTruth(data));
            default -> data;
        };
    }

    private Object compound(Object data, String kind, Expression of) {
        return switch (kind) {
            case "list" -> elements(fitting(data, List.class), of);
            case "set" -> new TerraformSet(elements(fitting(data, List.class), of));
            case "map" -> map(fitting(data, Map.class), of);
            case "object" -> of instanceof Expression.ObjectCons type ? object(fitting(data, Map.class), type) : data;
            case "tuple" -> of instanceof Expression.Tuple type ? tuple(fitting(data, List.class), type) : data;
            default -> data;
        };
    }

    private List<@Nullable Object> elements(Collection<?> given, Expression of) {
        List<@Nullable Object> all = new ArrayList<>();
        given.forEach(element -> all.add(converted(element, of)));
        return Conversions.unified(all);
    }

    private Map<String, @Nullable Object> map(Map<?, ?> given, Expression of) {
        List<@Nullable Object> values = elements(given.values(), of);
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        for (Object key : given.keySet()) {
            all.put(String.valueOf(key), values.get(all.size()));
        }
        return all;
    }

    private List<@Nullable Object> tuple(List<?> given, Expression.Tuple type) {
        if (given.size() != type.items().size()) {
            throw new Arguments.Refused();
        }
        List<@Nullable Object> all = new ArrayList<>();
        given.forEach(element -> all.add(converted(element, type.items().get(all.size()))));
        return all;
    }

    private Map<String, @Nullable Object> object(Map<?, ?> given, Expression.ObjectCons type) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        for (Expression.Entry entry : type.entries()) {
            String name = Traversals.text(entry.key());
            boolean optional = entry.value() instanceof Expression.Call call
                    && call.function().equals("optional")
                    && !call.arguments().isEmpty();
            if (!optional && !given.containsKey(name)) {
                throw new Arguments.Refused();
            }
            List<Expression> declared =
                    optional ? ((Expression.Call) entry.value()).arguments() : List.of(entry.value());
            Object value = given.get(name);
            if (value == null && declared.size() > 1) {
                value = Conversions.unwrap(evaluator.evaluate(declared.get(1), Scope.NONE));
            }
            all.put(name, converted(value, declared.get(0)));
        }
        return all;
    }

    private static Object fitting(@Nullable Object data) {
        return fitting(data, Object.class);
    }

    private static <T> T fitting(@Nullable Object data, Class<T> kind) {
        if (!kind.isInstance(data)) {
            throw new Arguments.Refused();
        }
        return kind.cast(data);
    }
}
