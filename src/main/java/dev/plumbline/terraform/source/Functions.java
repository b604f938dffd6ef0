package dev.plumbline.terraform.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Function calls. Only what a function certainly gives is given; all others are unknown, never invalid. */
final class Functions {

    /** The outcome of a function that is not evaluated here. */
    static final Object UNSUPPORTED = new Object();

    /** The outcome of arguments that Terraform refuses. */
    static final Object INVALID = new Object();

    /** Those that pass elements on without looking at them. */
    private static final Set<String> PASS_ELEMENTS_ON = Set.of(
            "length",
            "element",
            "lookup",
            "keys",
            "values",
            "merge",
            "concat",
            "tolist",
            "tomap",
            "coalesce",
            "one",
            "reverse",
            "slice",
            "zipmap",
            "flatten",
            "sensitive",
            "nonsensitive");

    private final Evaluator evaluator;

    Functions(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Value call(Expression.Call call, Scope scope) {
        String name = call.function().startsWith("core::") ? call.function().substring(6) : call.function();
        return switch (name) {
            case "try" -> tryEach(call, scope);
            case "can" -> can(call, scope);
            default -> plain(call, name, scope);
        };
    }

    private Value tryEach(Expression.Call call, Scope scope) {
        for (Expression argument : call.arguments()) {
            Value value = evaluator.evaluate(argument, scope);
            if (!(value instanceof Value.Unknown unknown) || unknown.reason() != UnknownReason.INVALID) {
                return value.from(call.range());
            }
        }
        return Evaluator.unknown(UnknownReason.INVALID, "try", call);
    }

    private Value can(Expression.Call call, Scope scope) {
        if (call.arguments().size() != 1) {
            return Evaluator.unknown(UnknownReason.INVALID, "can", call);
        }
        Value value = evaluator.evaluate(call.arguments().get(0), scope);
        if (value instanceof Value.Unknown unknown) {
            return unknown.reason() == UnknownReason.INVALID
                    ? Evaluator.known(false, call)
                    : unknown.from(call.range());
        }
        return Evaluator.known(true, call);
    }

    private Value plain(Expression.Call call, String name, Scope scope) {
        List<Value> values = new ArrayList<>();
        for (Expression argument : call.arguments()) {
            values.add(evaluator.evaluate(argument, scope));
        }
        if (call.expandLast() && !values.isEmpty()) {
            Value last = values.remove(values.size() - 1);
            if (last instanceof Value.Unknown unknown) {
                return unknown.from(call.range());
            }
            values.addAll(last.elements());
        }
        List<@Nullable Object> data = new ArrayList<>();
        for (Value value : values) {
            if (value instanceof Value.Unknown unknown) {
                return unknown.from(call.range());
            }
            Value.Unknown inside = PASS_ELEMENTS_ON.contains(name) ? null : firstUnknown(((Value.Known) value).data());
            if (inside != null) {
                return inside.from(call.range());
            }
            data.add(((Value.Known) value).data());
        }
        Object result = apply(name, data);
        if (result == UNSUPPORTED) {
            return Evaluator.unknown(UnknownReason.FUNCTION, name, call);
        }
        if (result == INVALID) {
            return Evaluator.unknown(UnknownReason.INVALID, name, call);
        }
        List<SourceRange> via = Provenance.of(call.range(), values);
        return result instanceof Value.Unknown unknown ? unknown.from(call.range()) : new Value.Known(result, via);
    }

    private static Value.@Nullable Unknown firstUnknown(@Nullable Object data) {
        if (data instanceof Value.Unknown unknown) {
            return unknown;
        }
        Iterable<?> inside = data instanceof List<?> list
                ? list
                : data instanceof java.util.Map<?, ?> map ? map.values() : List.of();
        for (Object element : inside) {
            Value.Unknown found = firstUnknown(element);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Object apply(String name, List<@Nullable Object> arguments) {
        Object result = TextFunctions.apply(name, arguments);
        if (result == UNSUPPORTED) {
            result = CollectionFunctions.apply(name, arguments);
        }
        return result == UNSUPPORTED ? OtherFunctions.apply(name, arguments) : result;
    }
}
