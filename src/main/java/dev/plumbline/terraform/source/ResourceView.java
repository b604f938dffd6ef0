package dev.plumbline.terraform.source;

import java.util.List;
import java.util.Optional;

/** A resource or data source as the configuration declares it, overrides applied. */
public record ResourceView(Block block) {

    /** The type, such as {@code aws_kinesis_stream}. */
    public String type() {
        return block.label(0);
    }

    /** The local name, the second label. */
    public String name() {
        return block.label(1);
    }

    /** Whether it is a data source. */
    public boolean isData() {
        return block.type().equals("data");
    }

    /** The address without an instance key. */
    public String address() {
        return (isData() ? "data." : "") + type() + "." + name();
    }

    /** The {@code count} argument. */
    public Optional<Argument> count() {
        return block.body().argument("count");
    }

    /** The {@code for_each} argument. */
    public Optional<Argument> forEach() {
        return block.body().argument("for_each");
    }

    /** Whether it has {@code count} or {@code for_each}. */
    public boolean isRepeated() {
        return count().isPresent() || forEach().isPresent();
    }

    /** The provider configuration it names, or that its type implies. */
    public ProviderRef providerRef() {
        return block.body()
                .argument("provider")
                .flatMap(argument -> ProviderRef.of(argument.value()))
                .orElseGet(() -> ProviderRef.impliedBy(type(), block.headerRange()));
    }

    /** What {@code lifecycle { ignore_changes }} lists; the single word {@code all} for everything. */
    public List<NamedPlace> ignoreChanges() {
        return block.body().blocks("lifecycle").stream()
                .flatMap(lifecycle -> lifecycle.body().argument("ignore_changes").stream())
                .flatMap(argument -> NamedPlace.listIn(argument.value()).stream())
                .toList();
    }

    /** The {@code prevent_destroy} argument of its lifecycle block. */
    public Optional<Argument> preventDestroy() {
        return block.body().blocks("lifecycle").stream()
                .flatMap(lifecycle -> lifecycle.body().argument("prevent_destroy").stream())
                .findFirst();
    }

    /** Its provisioner blocks. */
    public List<Block> provisioners() {
        return block.body().blocks("provisioner");
    }
}
