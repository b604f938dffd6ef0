package dev.plumbline.terraform.source;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Follows references: variables, locals, each and count, the workspace, and arguments of other resources. */
final class References {

    private static final int LONGEST = 600;

    private final Evaluator evaluator;
    private final Configuration configuration;
    private final Situation situation;
    private final Map<String, Value> known = new HashMap<>();
    private final Set<Object> active = new HashSet<>();

    References(Evaluator evaluator, Configuration configuration, Situation situation) {
        this.evaluator = evaluator;
        this.configuration = configuration;
        this.situation = situation;
    }

    Value guarded(Object key, Expression place, Supplier<Value> work) {
        if (!active.add(key)) {
            return Evaluator.unknown(UnknownReason.CYCLE, key.toString(), place);
        }
        try {
            return work.get();
        } finally {
            active.remove(key);
        }
    }

    Value resolve(Expression expression, Scope scope) {
        Deque<Expression> steps = new ArrayDeque<>();
        Expression root = expression;
        while (steps.size() < LONGEST) {
            if (root instanceof Expression.Attribute attribute) {
                steps.push(root);
                root = attribute.target();
            } else if (root instanceof Expression.Index index) {
                steps.push(root);
                root = index.target();
            } else {
                break;
            }
        }
        Value value =
                root instanceof Expression.Name name ? named(name, steps, scope) : evaluator.evaluate(root, scope);
        for (Expression step : steps) {
            value = follow(value, step, scope);
        }
        return value.from(expression.range());
    }

    /** The value of the first name and of those steps that belong to it, which are taken away. */
    private Value named(Expression.Name root, Deque<Expression> steps, Scope scope) {
        Value local = scope.find(root.name());
        if (local != null) {
            return local;
        }
        if (steps.isEmpty()) {
            return Evaluator.unknown(UnknownReason.BARE_WORD, root.name(), root);
        }
        if (!(steps.peek() instanceof Expression.Attribute attribute)) {
            return Evaluator.unknown(UnknownReason.INVALID, root.name(), root);
        }
        String name = attribute.name();
        steps.pop();
        return switch (root.name()) {
            case "var" -> variable(name, attribute);
            case "local" -> local(name, attribute);
            case "terraform" ->
                name.equals("workspace")
                        ? Evaluator.known(situation.workspace(), attribute)
                        : Evaluator.unknown(UnknownReason.INVALID, "terraform." + name, attribute);
            case "path" ->
                name.equals("module") || name.equals("root")
                        ? Evaluator.known(".", attribute)
                        : Evaluator.unknown(UnknownReason.KNOWN_AFTER_APPLY, "path." + name, attribute);
            case "each", "count", "self" ->
                Evaluator.unknown(UnknownReason.INVALID, root.name() + "." + name, attribute);
            case "data", "ephemeral" -> later(root.name(), steps, attribute);
            case "module" -> later("module", steps, attribute);
            default -> resource(root.name(), name, steps, attribute, scope);
        };
    }

    private static Value later(String kind, Deque<Expression> steps, Expression.Attribute at) {
        StringBuilder subject = new StringBuilder(kind).append('.').append(at.name());
        while (steps.peek() instanceof Expression.Attribute next) {
            subject.append('.').append(next.name());
            steps.pop();
        }
        steps.clear();
        return Evaluator.unknown(UnknownReason.KNOWN_AFTER_APPLY, subject.toString(), at);
    }

    private Value variable(String name, Expression at) {
        Value before = known.get("var." + name);
        if (before != null) {
            return before.from(at.range());
        }
        Value value = guarded("var." + name, at, () -> configuration.variables().stream()
                .filter(block -> block.label(0).equals(name))
                .findFirst()
                .map(block -> new Variables(evaluator, configuration, situation).value(block, at))
                .orElseGet(() -> Evaluator.unknown(UnknownReason.VARIABLE_NOT_DECLARED, "var." + name, at)));
        known.put("var." + name, value);
        return value.from(at.range());
    }

    private Value local(String name, Expression at) {
        Value before = known.get("local." + name);
        if (before != null) {
            return before.from(at.range());
        }
        Optional<Argument> local = configuration.local(name);
        if (local.isEmpty()) {
            return Evaluator.unknown(UnknownReason.LOCAL_NOT_DECLARED, "local." + name, at);
        }
        Value value = guarded(
                "local." + name, at, () -> evaluator.evaluate(local.get().value(), Scope.NONE));
        known.put("local." + name, value);
        return value.from(at.range());
    }

    private Value resource(String type, String name, Deque<Expression> steps, Expression.Attribute at, Scope scope) {
        String address = type + "." + name;
        Optional<ResourceView> found = configuration.resource(type, name);
        if (found.isEmpty()) {
            steps.clear();
            return Evaluator.unknown(UnknownReason.RESOURCE_NOT_DECLARED, address, at);
        }
        Instances instances = evaluator.instances(found.get());
        if (instances instanceof Instances.Undetermined undetermined) {
            steps.clear();
            return undetermined.why().from(at.range());
        }
        List<ResourceInstance> all = ((Instances.Listed) instances).list();
        if (!found.get().isRepeated()) {
            return attributeOf(all.get(0), steps, at);
        }
        if (steps.peek() instanceof Expression.Index index) {
            Value key = evaluator.evaluate(index.key(), scope);
            String text = key.text().orElse("");
            for (ResourceInstance instance : all) {
                if (instance.key().text().orElse("").equals(text)) {
                    steps.pop();
                    return attributeOf(instance, steps, at);
                }
            }
            steps.clear();
            return key instanceof Value.Unknown ? key : Evaluator.unknown(UnknownReason.INVALID, address, at);
        }
        return ResourceObject.all(found.get(), all, at);
    }

    private Value attributeOf(ResourceInstance instance, Deque<Expression> steps, Expression at) {
        if (!(steps.peek() instanceof Expression.Attribute attribute)) {
            return new Value.Known(ResourceObject.of(instance), List.of(at.range()));
        }
        steps.pop();
        String key = instance.address() + "." + attribute.name();
        return guarded(key, attribute, () -> instance.value(attribute.name(), attribute));
    }

    private Value follow(Value value, Expression at, Scope scope) {
        if (!(value instanceof Value.Known known)) {
            return value;
        }
        if (at instanceof Expression.Attribute attribute) {
            return member(known, attribute.name(), at);
        }
        Value key = evaluator.evaluate(((Expression.Index) at).key(), scope);
        if (!(key instanceof Value.Known knownKey)) {
            return key;
        }
        if (known.data() instanceof List<?> list && !(list instanceof TerraformSet)) {
            BigDecimal index = Conversions.toNumber(knownKey.data());
            boolean inside = index != null
                    && index.signum() >= 0
                    && index.compareTo(BigDecimal.valueOf(list.size())) < 0
                    && index.stripTrailingZeros().scale() <= 0;
            return inside && index != null
                    ? Conversions.wrap(list.get(index.intValue()), known.via())
                    : Evaluator.unknown(UnknownReason.INVALID, "", at);
        }
        return member(known, key.text().orElse(""), at);
    }

    private static Value member(Value.Known value, String name, Expression at) {
        if (value.data() instanceof Map<?, ?> map) {
            if (map.containsKey(name)) {
                return Conversions.wrap(map.get(name), value.via());
            }
            if (map instanceof ResourceObject object) {
                return Evaluator.unknown(UnknownReason.KNOWN_AFTER_APPLY, object.address() + "." + name, at);
            }
        }
        return Evaluator.unknown(UnknownReason.INVALID, name, at);
    }
}
