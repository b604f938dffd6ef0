package dev.plumbline.terraform.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One instance of a resource: the values its arguments have for it. */
public final class ResourceInstance {

    private final Evaluator evaluator;
    private final ResourceView resource;
    private final Value key;
    private final Scope scope;

    ResourceInstance(Evaluator evaluator, ResourceView resource, Value key, Scope scope) {
        this.evaluator = evaluator;
        this.resource = resource;
        this.key = key;
        this.scope = scope;
    }

    /** The resource it belongs to. */
    public ResourceView resource() {
        return resource;
    }

    /** Its number or its key; null inside when the resource is not repeated. */
    public Value key() {
        return key;
    }

    /** The address with its instance key, as Terraform prints it. */
    public String address() {
        if (resource.forEach().isPresent()) {
            return resource.address() + "[\"" + key.text().orElse("?") + "\"]";
        }
        return resource.count().isPresent()
                ? resource.address() + "[" + key.text().orElse("?") + "]"
                : resource.address();
    }

    /**
     * What is set under a path of names: an argument, or arguments in nested blocks (also those of {@code dynamic}), in
     * order; none when nothing is written there.
     */
    public List<Finding> attribute(String... path) {
        return new BodyView(evaluator, resource.block().body(), scope).find(List.of(path));
    }

    /** The configuration of its provider: the written one, or none where only the environment configures it. */
    public Optional<ProviderView> provider() {
        return evaluator.configuration().provider(resource.providerRef());
    }

    /**
     * The region the source gives it: its own {@code region} argument (AWS provider 6 and later) or else its
     * provider's; empty when neither is written and the environment decides.
     */
    public Optional<Finding> region() {
        Optional<Finding> own = attribute("region").stream()
                .filter(found -> !found.value().isNull())
                .findFirst();
        return own.isPresent()
                ? own
                : provider().flatMap(provider -> provider.region(evaluator)).filter(found -> !found.value()
                        .isNull());
    }

    /** The types of its nested blocks, {@code dynamic} ones by what they make. */
    Set<String> blockTypes() {
        Set<String> types = new LinkedHashSet<>();
        for (Block block : resource.block().body().blocks()) {
            types.add(block.type().equals("dynamic") ? block.label(0) : block.type());
        }
        return types;
    }

    /** An attribute as other expressions see it: an argument, a list of nested blocks, or known after apply. */
    Value value(String name, Expression at) {
        Optional<Argument> argument = resource.block().body().argument(name);
        if (argument.isPresent()) {
            return evaluator.evaluate(argument.get().value(), scope);
        }
        if (!blockTypes().contains(name)) {
            return Evaluator.unknown(UnknownReason.KNOWN_AFTER_APPLY, address() + "." + name, at);
        }
        List<@Nullable Object> list = new ArrayList<>();
        for (BodyView body : new BodyView(evaluator, resource.block().body(), scope).blocks(name)) {
            if (body.trouble() != null) {
                return body.trouble();
            }
            Map<String, @Nullable Object> map = body.object();
            list.add(map);
        }
        return new Value.Known(list, List.of(at.range()));
    }
}
