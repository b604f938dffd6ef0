package dev.plumbline.terraform.source;

import java.util.List;
import java.util.Optional;

/** A provider configuration. */
public record ProviderView(Block block) {

    /** The local name, its label. */
    public String localName() {
        return block.label(0);
    }

    /** The alias; an empty text for the default configuration. */
    public String alias() {
        return block.body()
                .argument("alias")
                .map(argument -> Traversals.text(argument.value()))
                .orElse("");
    }

    /** The value of one of its arguments, or of arguments in a nested block; empty when it is not written. */
    public List<Finding> attribute(Evaluator evaluator, String... path) {
        return new BodyView(evaluator, block.body(), Scope.NONE).find(List.of(path));
    }

    /** Its {@code region}, when it is written. */
    public Optional<Finding> region(Evaluator evaluator) {
        return attribute(evaluator, "region").stream().findFirst();
    }
}
