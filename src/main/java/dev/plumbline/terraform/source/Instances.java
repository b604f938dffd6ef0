package dev.plumbline.terraform.source;

import java.util.List;

/** The instances a resource stands for. */
public sealed interface Instances {

    /** All of them; none with {@code count = 0} or an empty {@code for_each}. */
    record Listed(List<ResourceInstance> list) implements Instances {
        /** Makes the list unmodifiable. */
        public Listed {
            list = List.copyOf(list);
        }
    }

    /** How many there are cannot be told from the source. */
    record Undetermined(Value.Unknown why) implements Instances {}
}
