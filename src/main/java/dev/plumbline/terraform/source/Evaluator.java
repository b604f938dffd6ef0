package dev.plumbline.terraform.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the value of expressions from the source alone: literals, templates, variables with their defaults and values
 * files, locals, operators, common functions, loops, and arguments of other resources. Whatever needs Terraform, a
 * provider or the cloud is {@link Value.Unknown}; it never guesses. Not safe for use by several threads at once.
 */
public final class Evaluator {

    private static final int MOST_STEPS = 200_000;
    private static final int MAX_DEPTH = 400;

    private static final int MOST_INSTANCES = 1000;

    private final Configuration configuration;
    private final References references;
    private final Operators operators = new Operators(this);
    private final Functions functions = new Functions(this);
    private final Loops loops = new Loops(this);
    private int steps;
    private int depth;

    /** For the expressions of a configuration in a situation. */
    public Evaluator(Configuration configuration, Situation situation) {
        this.configuration = configuration;
        this.references = new References(this, configuration, situation);
    }

    /** The value of an expression outside of any resource, loop or dynamic block. */
    public Value evaluate(Expression expression) {
        steps = 0;
        return evaluate(expression, Scope.NONE);
    }

    Value evaluate(Expression expression, Scope scope) {
        if (++steps > MOST_STEPS || depth > MAX_DEPTH) {
            return unknown(UnknownReason.TOO_LARGE, "", expression);
        }
        depth++;
        Value value = step(expression, scope);
        depth--;
        return value;
    }

    private Value step(Expression expression, Scope scope) {
        if (expression instanceof Expression.Literal literal) {
            return known(literal.value(), expression);
        } else if (expression instanceof Expression.Template template) {
            return loops.template(template, scope);
        } else if (expression instanceof Expression.Parenthesised parenthesised) {
            return evaluate(parenthesised.inner(), scope);
        } else if (expression instanceof Expression.Name
                || expression instanceof Expression.Attribute
                || expression instanceof Expression.Index) {
            return references.resolve(expression, scope);
        } else if (expression instanceof Expression.Call call) {
            return functions.call(call, scope);
        } else if (expression instanceof Expression.Conditional conditional) {
            return operators.conditional(conditional, scope);
        } else if (expression instanceof Expression.Unary unary) {
            return operators.unary(unary, scope);
        } else if (expression instanceof Expression.Binary binary) {
            return operators.binary(binary, scope);
        } else if (expression instanceof Expression.Tuple tuple) {
            return tuple(tuple, scope);
        } else if (expression instanceof Expression.ObjectCons object) {
            return object(object, scope);
        } else if (expression instanceof Expression.For loop) {
            return loops.loop(loop, scope);
        } else if (expression instanceof Expression.Splat splat) {
            return loops.splat(splat, scope);
        } else if (expression instanceof Expression.Element) {
            Value element = scope.find(Loops.ELEMENT);
            return element == null ? unknown(UnknownReason.INVALID, "", expression) : element;
        }
        return unknown(UnknownReason.UNREADABLE, "", expression);
    }

    private Value tuple(Expression.Tuple tuple, Scope scope) {
        List<@Nullable Object> list = new ArrayList<>();
        List<Value> parts = new ArrayList<>();
        for (Expression item : tuple.items()) {
            Value value = evaluate(item, scope);
            parts.add(value);
            list.add(Conversions.unwrap(value));
        }
        return new Value.Known(list, Provenance.of(tuple.range(), parts));
    }

    private Value object(Expression.ObjectCons object, Scope scope) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        List<Value> parts = new ArrayList<>();
        for (Expression.Entry entry : object.entries()) {
            Value key = key(entry.key(), scope);
            if (key instanceof Value.Unknown unknown) {
                return unknown.from(object.range());
            }
            String text = key.text().orElse(null);
            if (text == null) {
                return unknown(UnknownReason.INVALID, "", object);
            }
            Value value = evaluate(entry.value(), scope);
            parts.add(value);
            map.put(text, Conversions.unwrap(value));
        }
        return new Value.Known(map, Provenance.of(object.range(), parts));
    }

    /** A word stands for itself as a key, null too. */
    private Value key(Expression key, Scope scope) {
        if (key instanceof Expression.Name name) {
            return known(name.name(), name);
        }
        return key instanceof Expression.Literal literal && literal.value() == null
                ? known("null", key)
                : evaluate(key, scope);
    }

    /** The configuration it reads. */
    public Configuration configuration() {
        return configuration;
    }

    /** The instances of a resource, as its {@code count} or {@code for_each} makes them. */
    public Instances instances(ResourceView resource) {
        Optional<Argument> repeat = resource.forEach().or(resource::count);
        if (repeat.isEmpty()) {
            Value none = new Value.Known(null, List.of(resource.block().headerRange()));
            return new Instances.Listed(List.of(new ResourceInstance(this, resource, none, Scope.NONE)));
        }
        Expression expression = repeat.get().value();
        Value value = guarded(resource.address() + "[]", expression, () -> evaluate(expression, Scope.NONE));
        List<ResourceInstance> list = new ArrayList<>();
        if (resource.forEach().isEmpty()) {
            return counted(resource, value, expression);
        }
        // Terraform refuses a list here; only maps and sets are taken.
        Map<Value, Value> entries = Loops.entries(value);
        boolean plainList = value instanceof Value.Known known
                && known.data() instanceof List<?>
                && !(known.data() instanceof TerraformSet);
        if (entries == null || plainList || entries.size() > MOST_INSTANCES) {
            return undetermined(value, expression);
        }
        for (Map.Entry<Value, Value> entry : entries.entrySet()) {
            boolean map = value instanceof Value.Known known && known.data() instanceof Map<?, ?>;
            Value key = map ? entry.getKey() : entry.getValue();
            if (key instanceof Value.Unknown unknown) {
                return new Instances.Undetermined(unknown);
            }
            Map<String, @Nullable Object> each = new LinkedHashMap<>();
            each.put("key", Conversions.unwrap(key));
            each.put("value", Conversions.unwrap(entry.getValue()));
            Scope scope = Scope.NONE.with("each", new Value.Known(each, value.via()));
            list.add(new ResourceInstance(this, resource, key, scope));
        }
        return new Instances.Listed(list);
    }

    private Instances counted(ResourceView resource, Value value, Expression expression) {
        BigDecimal count = value instanceof Value.Known known ? Conversions.toNumber(known.data()) : null;
        boolean sensible = count != null
                && count.signum() >= 0
                && count.stripTrailingZeros().scale() <= 0
                && count.compareTo(BigDecimal.valueOf(MOST_INSTANCES)) <= 0;
        if (count == null || !sensible) {
            return undetermined(value, expression);
        }
        List<ResourceInstance> list = new ArrayList<>();
        for (int i = 0; i < count.intValue(); i++) {
            Value index = new Value.Known(BigDecimal.valueOf(i), value.via());
            Scope scope =
                    Scope.NONE.with("count", new Value.Known(Map.of("index", BigDecimal.valueOf(i)), value.via()));
            list.add(new ResourceInstance(this, resource, index, scope));
        }
        return new Instances.Listed(list);
    }

    private static Instances undetermined(Value value, Expression at) {
        return new Instances.Undetermined(
                value instanceof Value.Unknown unknown
                        ? unknown
                        : new Value.Unknown(UnknownReason.INVALID, "", List.of(at.range())));
    }

    /** Evaluates something that may lead back to itself. */
    Value guarded(Object key, Expression place, Supplier<Value> work) {
        return references.guarded(key, place, work);
    }

    static Value known(@Nullable Object data, Expression at) {
        return new Value.Known(data, List.of(at.range()));
    }

    static Value unknown(UnknownReason reason, String subject, Expression at) {
        return new Value.Unknown(reason, subject, List.of(at.range()));
    }
}
