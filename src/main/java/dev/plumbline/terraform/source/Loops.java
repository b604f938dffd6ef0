package dev.plumbline.terraform.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Templates, {@code for} expressions and splats. */
final class Loops {

    /** The name under which a splat's element is in scope; no learner can write it. */
    static final String ELEMENT = "[*]";

    private static final int LONGEST_TEXT = 100_000;

    private final Evaluator evaluator;

    Loops(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Value template(Expression.Template template, Scope scope) {
        String plain = template.plainText();
        if (plain != null) {
            return Evaluator.known(plain, template);
        }
        // "${x}" alone is x itself, whatever its type.
        if (template.parts().size() == 1
                && template.parts().get(0) instanceof TemplatePart.Interpolation only
                && !template.heredoc()) {
            return evaluator.evaluate(only.expression(), scope).from(template.range());
        }
        StringBuilder text = new StringBuilder();
        List<Value> parts = new ArrayList<>();
        Value trouble = append(template.parts(), scope, text, parts, template);
        return trouble != null
                ? trouble.from(template.range())
                : new Value.Known(text.toString(), Provenance.of(template.range(), parts));
    }

    private @Nullable Value append(
            List<TemplatePart> template, Scope scope, StringBuilder text, List<Value> values, Expression whole) {
        for (TemplatePart part : template) {
            Value trouble = null;
            if (part instanceof TemplatePart.Text literal) {
                text.append(literal.text());
            } else if (part instanceof TemplatePart.Interpolation interpolation) {
                trouble = interpolate(interpolation.expression(), scope, text, values);
            } else if (part instanceof TemplatePart.If choice) {
                trouble = choose(choice, scope, text, values, whole);
            } else if (part instanceof TemplatePart.Loop loop) {
                trouble = repeat(loop, scope, text, values, whole);
            }
            if (trouble != null) {
                return trouble;
            }
            if (text.length() > LONGEST_TEXT) {
                return Evaluator.unknown(UnknownReason.TOO_LARGE, "", whole);
            }
        }
        return null;
    }

    private @Nullable Value interpolate(Expression expression, Scope scope, StringBuilder text, List<Value> values) {
        Value value = evaluator.evaluate(expression, scope);
        if (value instanceof Value.Unknown) {
            return value;
        }
        String piece = value.text().orElse(null);
        if (piece == null) {
            return Evaluator.unknown(UnknownReason.INVALID, "", expression);
        }
        values.add(value);
        text.append(piece);
        return null;
    }

    private @Nullable Value choose(
            TemplatePart.If choice, Scope scope, StringBuilder text, List<Value> values, Expression whole) {
        Value condition = evaluator.evaluate(choice.condition(), scope);
        if (condition instanceof Value.Unknown) {
            return condition;
        }
        Boolean truth = Conversions.toTruth(((Value.Known) condition).data());
        if (truth == null) {
            return Evaluator.unknown(UnknownReason.INVALID, "", choice.condition());
        }
        return append(truth ? choice.then() : choice.otherwise(), scope, text, values, whole);
    }

    private @Nullable Value repeat(
            TemplatePart.Loop loop, Scope scope, StringBuilder text, List<Value> values, Expression whole) {
        Value collection = evaluator.evaluate(loop.collection(), scope);
        Map<Value, Value> entries = entries(collection);
        if (entries == null) {
            return collection instanceof Value.Unknown
                    ? collection
                    : Evaluator.unknown(UnknownReason.INVALID, "", loop.collection());
        }
        for (Map.Entry<Value, Value> entry : entries.entrySet()) {
            Scope inner = scope.with(loop.valueName(), entry.getValue());
            if (loop.keyName() != null) {
                inner = inner.with(loop.keyName(), entry.getKey());
            }
            Value trouble = append(loop.body(), inner, text, values, whole);
            if (trouble != null) {
                return trouble;
            }
        }
        return null;
    }

    Value loop(Expression.For loop, Scope scope) {
        Value collection = evaluator.evaluate(loop.collection(), scope);
        Map<Value, Value> entries = entries(collection);
        if (entries == null) {
            return collection instanceof Value.Unknown
                    ? collection.from(loop.range())
                    : Evaluator.unknown(UnknownReason.INVALID, "", loop);
        }
        Result result = new Result(loop);
        for (Map.Entry<Value, Value> entry : entries.entrySet()) {
            Scope inner = scope.with(loop.valueName(), entry.getValue());
            if (loop.keyName() != null) {
                inner = inner.with(loop.keyName(), entry.getKey());
            }
            Value trouble = result.add(inner);
            if (trouble != null) {
                return trouble.from(loop.range());
            }
        }
        return result.value(collection);
    }

    /** What a loop gathers: a list, or a map when it has a key. */
    private final class Result {
        private final Expression.For loop;
        private final List<@Nullable Object> list = new ArrayList<>();
        private final Map<String, @Nullable Object> map = new LinkedHashMap<>();

        Result(Expression.For loop) {
            this.loop = loop;
        }

        @Nullable
        Value add(Scope inner) {
            if (loop.condition() != null) {
                Value condition = evaluator.evaluate(loop.condition(), inner);
                if (condition instanceof Value.Unknown) {
                    return condition;
                }
                Boolean truth = Conversions.toTruth(((Value.Known) condition).data());
                if (truth == null) {
                    return Evaluator.unknown(UnknownReason.INVALID, "", loop.condition());
                }
                if (!truth) {
                    return null;
                }
            }
            Value value = evaluator.evaluate(loop.value(), inner);
            if (loop.key() == null) {
                list.add(Conversions.unwrap(value));
                return null;
            }
            Value key = evaluator.evaluate(loop.key(), inner);
            String text = key.text().orElse(null);
            if (text == null) {
                return key instanceof Value.Unknown ? key : Evaluator.unknown(UnknownReason.INVALID, "", loop.key());
            }
            if (loop.grouped()) {
                Object group = map.computeIfAbsent(text, k -> new ArrayList<@Nullable Object>());
                if (group instanceof List<?> old) {
                    List<@Nullable Object> more = new ArrayList<>(old);
                    more.add(Conversions.unwrap(value));
                    map.put(text, more);
                }
            } else if (map.containsKey(text)) {
                return Evaluator.unknown(UnknownReason.INVALID, text, loop.key());
            } else {
                map.put(text, Conversions.unwrap(value));
            }
            return null;
        }

        Value value(Value collection) {
            return new Value.Known(loop.key() == null ? list : map, Provenance.prepend(loop.range(), collection.via()));
        }
    }

    Value splat(Expression.Splat splat, Scope scope) {
        Value target = evaluator.evaluate(splat.target(), scope);
        if (!(target instanceof Value.Known known)) {
            return target.from(splat.range());
        }
        List<Value> elements = known.data() instanceof List<?>
                ? target.elements()
                : known.data() == null ? List.of() : List.of(target);
        List<@Nullable Object> list = new ArrayList<>();
        for (Value element : elements) {
            list.add(Conversions.unwrap(evaluator.evaluate(splat.each(), scope.with(ELEMENT, element))));
        }
        return new Value.Known(list, Provenance.prepend(splat.range(), target.via()));
    }

    /** Keys and values of a list (keys count from 0), set (keys are the elements) or map (in the order of its keys); null for anything else. */
    static @Nullable Map<Value, Value> entries(Value collection) {
        if (!(collection instanceof Value.Known known)) {
            return null;
        }
        Map<Value, Value> entries = new LinkedHashMap<>();
        if (known.data() instanceof List<?>) {
            boolean set = known.data() instanceof TerraformSet;
            int index = 0;
            for (Value element : collection.elements()) {
                Value number = new Value.Known(BigDecimal.valueOf(index++), collection.via());
                entries.put(set ? element : number, element);
            }
            return entries;
        }
        if (known.data() instanceof Map<?, ?> map) {
            map.keySet().stream()
                    .map(String::valueOf)
                    .sorted()
                    .forEach(key -> entries.put(
                            new Value.Known(key, collection.via()), Conversions.wrap(map.get(key), collection.via())));
            return entries;
        }
        return null;
    }
}
