package dev.plumbline.terraform.source;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The block types Terraform knows at the top of a file, and how many labels each has. */
final class Keywords {

    /** See the Terraform language documentation; the last row is of versions after 1.11. */
    static final Map<String, Integer> TOP_LEVEL = Map.ofEntries(
            Map.entry("terraform", 0),
            Map.entry("provider", 1),
            Map.entry("resource", 2),
            Map.entry("data", 2),
            Map.entry("ephemeral", 2),
            Map.entry("variable", 1),
            Map.entry("output", 1),
            Map.entry("locals", 0),
            Map.entry("module", 1),
            Map.entry("moved", 0),
            Map.entry("import", 0),
            Map.entry("removed", 0),
            Map.entry("check", 1),
            Map.entry("action", 2));

    /** Blocks that Terraform itself defines inside others. */
    private static final Set<String> NESTED = Set.of(
            "lifecycle",
            "provisioner",
            "connection",
            "dynamic",
            "content",
            "required_providers",
            "backend",
            "cloud",
            "validation",
            "precondition",
            "postcondition",
            "assert",
            "timeouts");

    private Keywords() {}

    static boolean isTopLevel(String type) {
        return TOP_LEVEL.containsKey(type);
    }

    static boolean isTopLevelInAnyCase(String type) {
        return isTopLevel(type.toLowerCase(Locale.ROOT));
    }

    static boolean isBlock(String type) {
        return isTopLevelInAnyCase(type) || NESTED.contains(type);
    }
}
