package dev.plumbline.terraform.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A resource as a value: what the source sets. Its other attributes exist too, but only after apply. */
final class ResourceObject extends LinkedHashMap<String, @Nullable Object> {

    private final String address;

    private ResourceObject(String address) {
        this.address = address;
    }

    String address() {
        return address;
    }

    static ResourceObject of(ResourceInstance instance) {
        ResourceObject object = new ResourceObject(instance.address());
        for (Argument argument : instance.resource().block().body().arguments()) {
            Value value = instance.value(argument.name(), argument.value());
            object.put(argument.name(), Conversions.unwrap(value));
        }
        for (String type : instance.blockTypes()) {
            Expression at =
                    new Expression.Name(type, instance.resource().block().headerRange());
            object.put(type, Conversions.unwrap(instance.value(type, at)));
        }
        return object;
    }

    /** All instances: a list with count, a map with for_each. */
    static Value all(ResourceView resource, List<ResourceInstance> instances, Expression at) {
        if (resource.forEach().isPresent()) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            instances.forEach(instance -> map.put(instance.key().text().orElse(""), of(instance)));
            return new Value.Known(map, List.of(at.range()));
        }
        List<@Nullable Object> list = new ArrayList<>();
        instances.forEach(instance -> list.add(of(instance)));
        return new Value.Known(list, List.of(at.range()));
    }
}
