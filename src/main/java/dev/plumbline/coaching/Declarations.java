package dev.plumbline.coaching;

import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The same thing declared twice: resources, providers, backends, whole files copied. */
final class Declarations implements Recogniser {
    /** So many tell enough. */
    private static final int MOST = 20;

    @Override
    public void look(Situation situation, Consumer<Sighting> seen) {
        Map<String, Block> first = new LinkedHashMap<>();
        Map<String, Integer> copies = new LinkedHashMap<>();
        List<Sighting> twice = new ArrayList<>();
        for (SourceFile file : situation.code().files()) {
            if (Code.isOverride(file.name())) {
                continue;
            }
            for (Block block : declared(file)) {
                String key = key(situation, block);
                if (key.isEmpty()) {
                    continue;
                }
                Block before = first.putIfAbsent(key, block);
                if (before != null && twice.size() < MOST) {
                    twice.add(sighting(situation, file, block, before));
                    if (!before.range().file().equals(file.name())) {
                        copies.merge(file.name(), 1, Integer::sum);
                    }
                }
            }
        }
        String code = situation.wanted().codeFile();
        copies.forEach((file, count) -> {
            boolean copy = !file.equals(code)
                    && situation
                            .code()
                            .file(file)
                            .filter(f -> declared(f).size() <= count || isTwin(situation, f))
                            .isPresent();
            if (copy) {
                seen.accept(Sighting.of("backup-copy-tf").at(file, 1, 1).with("file", file));
            }
        });
        twice.forEach(seen);
    }

    /** The JSON form of what the lab's own file says in the native one, whatever its labels. */
    private static boolean isTwin(Situation situation, SourceFile file) {
        String type = situation.wanted().type();
        return file.name().endsWith(".json")
                && file.body().blocks("resource").stream()
                        .allMatch(b -> b.label(0).equals(type))
                && situation.subjects().stream()
                        .anyMatch(
                                b -> b.range().file().equals(situation.wanted().codeFile()));
    }

    private static List<Block> declared(SourceFile file) {
        List<Block> all = new ArrayList<>(file.body().blocks());
        file.body().blocks("terraform").forEach(t -> all.addAll(t.body().blocks("backend")));
        all.removeIf(b -> b.type().equals("terraform") || b.type().equals("locals"));
        return all;
    }

    private static String key(Situation situation, Block block) {
        return switch (block.type()) {
            case "resource", "data", "ephemeral" -> block.type() + " " + block.label(0) + " " + block.label(1);
            case "variable", "output", "module" -> block.type() + " " + block.label(0);
            case "backend" -> "backend";
            case "provider" -> {
                String alias = situation.meaning().text(block, "alias").orElse("");
                yield block.label(0).isEmpty() ? "" : "provider " + block.label(0) + " " + alias;
            }
            default -> "";
        };
    }

    private static Sighting sighting(Situation situation, SourceFile file, Block block, Block before) {
        String id =
                switch (block.type()) {
                    case "provider" -> "provider-twice";
                    case "backend" -> "backend-twice";
                    default -> "resource-twice";
                };
        Surgery surgery = situation.code().surgery(file.name());
        Block gone = worse(situation, before, block);
        boolean sameFile = before.range().file().equals(file.name());
        return Sighting.of(id)
                .at(block.range())
                .with("block", block.type())
                .with("name", block.type() + " " + String.join(".", labels(block)))
                .with("other", Integer.toString(before.range().startLine()))
                .with("otherFile", sameFile ? "" : before.range().file())
                .fix(sameFile ? surgery.done(surgery.delete(gone)) : List.of());
    }

    private static List<String> labels(Block block) {
        return block.labels().stream().map(l -> l.text()).toList();
    }

    /** Of two the one that is not as the lab asks; the second where both are or neither is. */
    private static Block worse(Situation situation, Block before, Block second) {
        if (before.type().equals("provider")) {
            String region = situation.wanted().region();
            boolean firstRight =
                    region.equals(situation.meaning().text(before, "region").orElse(""));
            boolean secondRight =
                    region.equals(situation.meaning().text(second, "region").orElse(""));
            return secondRight && !firstRight ? before : second;
        }
        if (before.label(0).equals(situation.wanted().type())) {
            return situation.isRight(second) && !situation.isRight(before) ? before : second;
        }
        return second;
    }
}
