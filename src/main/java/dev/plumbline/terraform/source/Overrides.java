package dev.plumbline.terraform.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Merges override files. An argument replaces the one of its name; nested blocks replace all of their type; the
 * contents of {@code lifecycle}, {@code required_providers} and {@code terraform} are merged one by one. See "Override
 * Files" in the Terraform documentation.
 */
final class Overrides {

    private static final Set<String> MERGED_INSIDE = Set.of("lifecycle", "required_providers");

    private Overrides() {}

    static void merge(List<Block> blocks, List<Block> overrides) {
        for (Block override : overrides) {
            int target = override.type().equals("locals") ? -1 : find(blocks, override);
            if (override.type().equals("locals")) {
                locals(blocks, override);
            } else if (target < 0) {
                blocks.add(override);
            } else {
                blocks.set(target, merged(blocks.get(target), override));
            }
        }
    }

    private static int find(List<Block> blocks, Block override) {
        for (int i = 0; i < blocks.size(); i++) {
            if (identity(blocks.get(i)).equals(identity(override))) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> identity(Block block) {
        List<String> identity = new ArrayList<>();
        identity.add(block.type());
        block.labels().forEach(label -> identity.add(label.text()));
        if (block.type().equals("provider")) {
            identity.add(new ProviderView(block).alias());
        }
        return identity;
    }

    private static void locals(List<Block> blocks, Block override) {
        Set<String> names = new HashSet<>();
        override.body().arguments().forEach(argument -> names.add(argument.name()));
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.type().equals("locals")) {
                List<BodyItem> kept = block.body().items().stream()
                        .filter(item -> !(item instanceof Argument argument && names.contains(argument.name())))
                        .toList();
                blocks.set(i, with(block, kept));
            }
        }
        blocks.add(override);
    }

    private static Block merged(Block base, Block override) {
        Set<String> arguments = new HashSet<>();
        Set<String> types = new HashSet<>();
        for (BodyItem item : override.body().items()) {
            if (item instanceof Argument argument) {
                arguments.add(argument.name());
            } else if (item instanceof Block block) {
                types.add(typeOf(block));
            }
        }
        List<BodyItem> items = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (BodyItem item : base.body().items()) {
            if (item instanceof Argument argument && !arguments.contains(argument.name())) {
                items.add(item);
            } else if (item instanceof Block block) {
                String type = typeOf(block);
                if (!types.contains(type)) {
                    items.add(item);
                } else if (MERGED_INSIDE.contains(type) && done.add(type)) {
                    Block inner = block;
                    for (Block over : override.body().blocks(type)) {
                        inner = merged(inner, over);
                    }
                    items.add(inner);
                }
            }
        }
        for (BodyItem item : override.body().items()) {
            if (!(item instanceof Block block && done.contains(typeOf(block)))) {
                items.add(item);
            }
        }
        return with(base, items);
    }

    private static String typeOf(Block block) {
        if (block.type().equals("dynamic")) {
            return block.label(0);
        }
        // A cloud block takes the place of a backend and the other way round.
        return block.type().equals("cloud") ? "backend" : block.type();
    }

    private static Block with(Block block, List<BodyItem> items) {
        return new Block(
                block.type(),
                block.typeRange(),
                block.labels(),
                block.headerRange(),
                block.openBrace(),
                block.closeBrace(),
                new Body(items, block.body().range()),
                block.range());
    }
}
