package dev.plumbline.terraform.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what is declared twice in a folder. */
final class Declarations {

    private Declarations() {}

    static List<SyntaxTrouble> troubles(List<Block> blocks) {
        List<SyntaxTrouble> troubles = new ArrayList<>();
        Map<String, SourceRange> seen = new HashMap<>();
        for (Block block : blocks) {
            if (block.type().equals("locals")) {
                block.body()
                        .arguments()
                        .forEach(local -> declare("local." + local.name(), local.nameRange(), seen, troubles));
            } else {
                String name = name(block);
                if (!name.isEmpty()) {
                    declare(name, block.headerRange(), seen, troubles);
                }
            }
        }
        return troubles;
    }

    private static void declare(
            String name, SourceRange range, Map<String, SourceRange> seen, List<SyntaxTrouble> troubles) {
        SourceRange first = seen.putIfAbsent(name, range);
        if (first != null) {
            troubles.add(new SyntaxTrouble(TroubleKind.DUPLICATE_DECLARATION, range, name, List.of(first), List.of()));
        }
    }

    private static String name(Block block) {
        return switch (block.type()) {
            case "resource", "data", "ephemeral" ->
                block.labels().size() == 2 ? block.type() + " " + block.label(0) + "." + block.label(1) : "";
            case "variable", "output", "module", "check" ->
                block.labels().size() == 1 ? block.type() + " " + block.label(0) : "";
            case "provider" ->
                block.labels().size() == 1 ? "provider " + block.label(0) + " " + new ProviderView(block).alias() : "";
            default -> "";
        };
    }
}
