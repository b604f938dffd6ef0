package dev.plumbline.terraform.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A body with the names that are in scope in it; {@code dynamic} blocks are spread out. */
final class BodyView {

    private final Evaluator evaluator;
    private final Body body;
    private final Scope scope;
    private final Value.@Nullable Unknown trouble;
    private final SourceRange place;

    BodyView(Evaluator evaluator, Body body, Scope scope) {
        this(evaluator, body, scope, null, body.range());
    }

    private BodyView(Evaluator evaluator, Body body, Scope scope, Value.@Nullable Unknown trouble, SourceRange place) {
        this.evaluator = evaluator;
        this.body = body;
        this.scope = scope;
        this.trouble = trouble;
        this.place = place;
    }

    /** Why it is not known whether this body exists, or null. */
    Value.@Nullable Unknown trouble() {
        return trouble;
    }

    List<Finding> find(List<String> path) {
        List<Finding> found = new ArrayList<>();
        find(path, found);
        return found;
    }

    private void find(List<String> path, List<Finding> found) {
        if (trouble != null) {
            found.add(new Finding(trouble, place, false));
            return;
        }
        String name = path.get(0);
        for (Argument argument : body.arguments()) {
            if (argument.name().equals(name)) {
                Value value = evaluator.evaluate(argument.value(), scope);
                inValue(value, path.subList(1, path.size()), argument, false, found);
            }
        }
        if (path.size() > 1) {
            for (BodyView inner : blocks(name)) {
                inner.find(path.subList(1, path.size()), found);
            }
        }
    }

    private static void inValue(
            Value value, List<String> path, Argument argument, boolean deeper, List<Finding> found) {
        if (path.isEmpty() || value instanceof Value.Unknown) {
            found.add(new Finding(value, argument.range(), (deeper || !path.isEmpty()) && !argument.fromJson()));
            return;
        }
        for (Value element : value.elements()) {
            inValue(element, path, argument, true, found);
        }
        Optional<Value> inner = value.element(path.get(0));
        if (inner.isPresent()) {
            inValue(inner.get(), path.subList(1, path.size()), argument, true, found);
        }
    }

    /** The nested blocks of a type, written or made by {@code dynamic}. */
    List<BodyView> blocks(String type) {
        List<BodyView> views = new ArrayList<>();
        for (Block block : body.blocks()) {
            if (block.type().equals(type)) {
                views.add(new BodyView(evaluator, block.body(), scope));
            } else if (block.type().equals("dynamic") && block.label(0).equals(type)) {
                dynamic(block, views);
            }
        }
        return views;
    }

    private void dynamic(Block block, List<BodyView> views) {
        Optional<Argument> forEach = block.body().argument("for_each");
        List<Block> contents = block.body().blocks("content");
        if (forEach.isEmpty() || contents.isEmpty()) {
            return;
        }
        Body content = contents.get(0).body();
        Value collection = evaluator.evaluate(forEach.get().value(), scope);
        Map<Value, Value> entries = Loops.entries(collection);
        if (entries == null) {
            Value.Unknown why = collection instanceof Value.Unknown unknown
                    ? unknown
                    : new Value.Unknown(UnknownReason.INVALID, "for_each", collection.via());
            views.add(new BodyView(evaluator, content, scope, why, block.range()));
            return;
        }
        String iterator = block.body()
                .argument("iterator")
                .map(argument -> Traversals.text(argument.value()))
                .orElse(block.label(0));
        for (Map.Entry<Value, Value> entry : entries.entrySet()) {
            Map<String, @Nullable Object> pair = new LinkedHashMap<>();
            pair.put("key", Conversions.unwrap(entry.getKey()));
            pair.put("value", Conversions.unwrap(entry.getValue()));
            Value each = new Value.Known(pair, entry.getValue().via());
            views.add(new BodyView(evaluator, content, scope.with(iterator, each)));
        }
    }

    /** The arguments by name. */
    Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (Argument argument : body.arguments()) {
            map.put(argument.name(), Conversions.unwrap(evaluator.evaluate(argument.value(), scope)));
        }
        return map;
    }
}
