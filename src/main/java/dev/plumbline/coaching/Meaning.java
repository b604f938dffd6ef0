package dev.plumbline.coaching;

import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Configuration;
import dev.plumbline.terraform.source.Evaluator;
import dev.plumbline.terraform.source.Expression;
import dev.plumbline.terraform.source.Finding;
import dev.plumbline.terraform.source.Instances;
import dev.plumbline.terraform.source.ProviderView;
import dev.plumbline.terraform.source.ResourceInstance;
import dev.plumbline.terraform.source.ResourceView;
import dev.plumbline.terraform.source.Value;
import dev.plumbline.terraform.source.Walk;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the code works out to, as far as the source tells. */
final class Meaning {
    /** Names that stand for something only where a block is repeated or already made. */
    private static final Set<String> LOCAL = Set.of("each", "count", "self", "path");

    private final Evaluator evaluator;
    private final Map<String, Block> merged = new HashMap<>();

    Meaning(Configuration configuration, String workspace) {
        configuration.blocks().forEach(block -> merged.put(place(block), block));
        this.evaluator =
                new Evaluator(configuration, new dev.plumbline.terraform.source.Situation(Map.of(), workspace));
    }

    /** The value of an expression outside of any repeated block. */
    Value value(Expression expression) {
        return evaluator.evaluate(expression);
    }

    /** The value that a reference of another name would have in the same place: {@code var.region}, {@code local.x}. */
    Value reference(String root, String name, Expression.Attribute place) {
        return evaluator.evaluate(new Expression.Attribute(
                new Expression.Name(root, place.target().range()), name, place.nameRange(), place.range()));
    }

    /** The same, and something that is known later for what only means something inside the block. */
    Value valueIn(Block top, Expression expression) {
        boolean local = Walk.find(
                        expression,
                        e -> e instanceof Expression.Name name
                                && (LOCAL.contains(name.name()) || isIterator(top, name.name())))
                .isPresent();
        return local
                ? new Value.Unknown(
                        dev.plumbline.terraform.source.UnknownReason.KNOWN_AFTER_APPLY, "", List.of(expression.range()))
                : evaluator.evaluate(expression);
    }

    private static boolean isIterator(Block block, String name) {
        return block.body().blocks().stream()
                .anyMatch(b -> (b.type().equals("dynamic")
                                && (b.label(0).equals(name)
                                        || b.body().argument("iterator").isPresent()))
                        || isIterator(b, name));
    }

    /** What a block sets under a dotted path, the first instance's where it is repeated; empty where nothing is written. */
    Optional<Value> find(Block block, String path) {
        String[] names = path.split("\\.", -1);
        if (block.type().equals("provider")) {
            return first(new ProviderView(merged(block)).attribute(evaluator, names));
        }
        if (!block.type().equals("resource") && !block.type().equals("data")) {
            return block.body().argument(path).map(a -> evaluator.evaluate(a.value()));
        }
        ResourceView view = new ResourceView(merged(block));
        if (evaluator.instances(view) instanceof Instances.Listed listed
                && !listed.list().isEmpty()) {
            return first(listed.list().get(0).attribute(names));
        }
        // How often it is repeated is not known, or not at all: what is written is still worth a look.
        return names.length == 1
                ? view.block().body().argument(path).map(a -> valueIn(block, a.value()))
                : view.block().body().blocks(names[0]).stream()
                        .flatMap(b -> b.body().argument(names[1]).stream())
                        .findFirst()
                        .map(a -> valueIn(block, a.value()));
    }

    private static Optional<Value> first(List<Finding> found) {
        return found.stream().map(Finding::value).findFirst();
    }

    /** The block with override files merged over it. */
    private Block merged(Block block) {
        return merged.getOrDefault(place(block), block);
    }

    private static String place(Block block) {
        return block.range().file() + ":" + block.headerRange().startOffset();
    }

    /** The same as text. */
    Optional<String> text(Block block, String path) {
        return find(block, path).flatMap(Value::text);
    }

    /** Whether a block says a value under a path; numbers and the texts of numbers are equal. */
    boolean satisfies(Block block, String path, Object wanted) {
        Optional<Value> found = find(block, path);
        if (wanted instanceof Map<?, ?> entries) {
            return found.isPresent()
                    && entries.entrySet().stream().allMatch(e -> found.get()
                            .element(String.valueOf(e.getKey()))
                            .flatMap(Value::text)
                            .filter(String.valueOf(e.getValue())::equals)
                            .isPresent());
        }
        String text = found.flatMap(Value::text).orElse(null);
        return text != null && same(text, String.valueOf(wanted));
    }

    static boolean same(String left, String right) {
        if (left.equals(right)) {
            return true;
        }
        try {
            return new BigDecimal(left).compareTo(new BigDecimal(right)) == 0;
        } catch (NumberFormatException notNumbers) {
            return false;
        }
    }

    /** How many instances a resource block makes; -1 where the source does not tell. */
    int instances(Block block) {
        return evaluator.instances(new ResourceView(merged(block))) instanceof Instances.Listed listed
                ? listed.list().size()
                : -1;
    }

    /** The instance key of its first instance, as Terraform prints it: empty for a block that is not repeated. */
    String instanceKey(Block block) {
        ResourceView view = new ResourceView(merged(block));
        if (evaluator.instances(view) instanceof Instances.Listed listed
                && !listed.list().isEmpty()) {
            ResourceInstance instance = listed.list().get(0);
            return instance.address().substring(view.address().length());
        }
        return "";
    }

    /** Whether a for_each value is a list, which Terraform refuses there. */
    boolean isRefusedList(Block block, Value forEach) {
        return forEach instanceof Value.Known known
                && known.data() instanceof List<?>
                && evaluator.instances(new ResourceView(merged(block))) instanceof Instances.Undetermined;
    }
}
