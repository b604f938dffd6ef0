package dev.plumbline.terraform.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code object({ a = optional(string, "x") })} adds to a variable's value. Source: the type constraints of the
 * Terraform language documentation, "optional object type attributes".
 */
final class OptionalAttributes {
    private OptionalAttributes() {}

    /** The value with what its type fills in; the value itself where the type fills in nothing. */
    static Value fill(Value value, @Nullable Expression type, Evaluator evaluator) {
        if (!(value instanceof Value.Known known) || !(type instanceof Expression.Call call) || known.data() == null) {
            return value;
        }
        Object filled = filled(known.data(), call, evaluator);
        return new Value.Known(filled, known.via());
    }

    private static @Nullable Object filled(@Nullable Object data, @Nullable Expression type, Evaluator evaluator) {
        if (!(type instanceof Expression.Call call) || call.arguments().isEmpty() || data == null) {
            return data;
        }
        Expression inner = call.arguments().get(0);
        if (call.function().equals("object")
                && data instanceof Map<?, ?> map
                && inner instanceof Expression.ObjectCons of) {
            return object(map, of, evaluator);
        }
        if (call.function().equals("map") && data instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> all = new LinkedHashMap<>();
            map.forEach((key, each) -> all.put(String.valueOf(key), filled(each, inner, evaluator)));
            return all;
        }
        return data;
    }

    private static Map<String, @Nullable Object> object(
            Map<?, ?> given, Expression.ObjectCons type, Evaluator evaluator) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        given.forEach((key, each) -> all.put(String.valueOf(key), each));
        for (Expression.Entry entry : type.entries()) {
            String name = Traversals.text(entry.key());
            boolean optional = entry.value() instanceof Expression.Call call
                    && call.function().equals("optional");
            if (name.isEmpty()) {
                continue;
            }
            List<Expression> arguments =
                    optional ? ((Expression.Call) entry.value()).arguments() : List.of(entry.value());
            if (optional && all.get(name) == null) {
                all.put(
                        name,
                        arguments.size() > 1
                                ? Conversions.unwrap(evaluator.evaluate(arguments.get(1), Scope.NONE))
                                : null);
            }
            if (all.containsKey(name) && !arguments.isEmpty()) {
                all.put(name, filled(all.get(name), arguments.get(0), evaluator));
            }
        }
        return all;
    }
}
