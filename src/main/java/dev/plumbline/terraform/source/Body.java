package dev.plumbline.terraform.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The inside of a file or of a block. Where a name is written twice, all of them are kept. */
public record Body(List<BodyItem> items, SourceRange range) {

    /** Makes the items unmodifiable. */
    public Body {
        items = List.copyOf(items);
    }

    /** The arguments, in order. */
    public List<Argument> arguments() {
        List<Argument> found = new ArrayList<>();
        for (BodyItem item : items) {
            if (item instanceof Argument argument) {
                found.add(argument);
            }
        }
        return found;
    }

    /** The blocks, in order. */
    public List<Block> blocks() {
        List<Block> found = new ArrayList<>();
        for (BodyItem item : items) {
            if (item instanceof Block block) {
                found.add(block);
            }
        }
        return found;
    }

    /** The blocks of a type, in order. */
    public List<Block> blocks(String type) {
        return blocks().stream().filter(block -> block.type().equals(type)).toList();
    }

    /** The first argument of a name. */
    public Optional<Argument> argument(String name) {
        return arguments().stream()
                .filter(argument -> argument.name().equals(name))
                .findFirst();
    }
}
