package dev.plumbline.coaching;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.lab.Nearest;
import dev.plumbline.terraform.Diagnostic;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Label;
import dev.plumbline.terraform.source.SourceEdit;
import dev.plumbline.terraform.source.SourceRange;
import dev.plumbline.terraform.source.TroubleKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** There is code, and no resource block of the wanted type in it. */
final class Types implements Recogniser {
    private static final Set<String> OTHER_PROVIDERS =
            Set.of("random", "null", "local", "time", "tls", "http", "archive", "external", "terraform", "awscc");

    @Override
    public void look(Situation situation, Consumer<Sighting> seen) {
        if (!situation.subjects().isEmpty()
                || situation.code().files().stream().noneMatch(NoCode::saysSomething)
                || hasNested(situation)
                || lacksLabels(situation)) {
            return;
        }
        List<Block> all = situation.code().blocks("resource");
        for (Block block : all) {
            if (isMeant(situation, block)) {
                unknown(situation, block, seen);
                return;
            }
        }
        if (data(situation, seen)) {
            return;
        }
        Optional<Block> alike = all.stream()
                .filter(b -> situation.catalogue().lookalikes().containsKey(b.label(0)))
                .findFirst()
                .or(() ->
                        all.stream().filter(b -> b.label(0).startsWith("aws_")).findFirst());
        if (alike.isPresent()) {
            other(situation, alike.get(), seen);
            return;
        }
        if (!Commented.report(situation, seen)
                && situation.code().blocks("module").isEmpty()) {
            none(situation, seen);
        }
    }

    /** A resource without its two labels is told as a matter of its header; which type is meant, nobody can say before. */
    private static boolean lacksLabels(Situation situation) {
        return situation.code().blocks("resource").stream()
                .anyMatch(b -> b.labels().size() < 2);
    }

    private static boolean hasNested(Situation situation) {
        return situation.code().files().stream()
                .flatMap(f -> f.allBlocks().stream())
                .anyMatch(b -> b.type().equals("resource")
                        && b.label(0).equals(situation.wanted().type()));
    }

    /** Whether the type is a slip for the wanted one, and no type of its own. */
    private static boolean isMeant(Situation situation, Block block) {
        String type = block.label(0);
        if (situation.catalogue().lookalikes().containsKey(type)) {
            return false;
        }
        boolean refused = situation.validation().stream()
                .map(Diagnostic::detail)
                .anyMatch(d -> d.contains("does not support resource type \"" + type + "\""));
        String wanted = situation.wanted().type();
        String[] parts = wanted.split("_", 3);
        String family = parts.length > 1 ? parts[1] : wanted;
        boolean kin = type.toLowerCase(java.util.Locale.ROOT).contains(family);
        boolean foreign = !type.startsWith("aws_") && !OTHER_PROVIDERS.contains(type.split("_", 2)[0]);
        return refused || kin || Nearest.to(type, List.of(wanted)).isPresent() || (foreign && !type.contains("_"));
    }

    private static void unknown(Situation situation, Block block, Consumer<Sighting> seen) {
        Label label = block.labels().get(0);
        Surgery surgery = situation.code().surgery(block.range());
        seen.accept(Sighting.of("unknown-resource-type")
                .at(label.range())
                .with("found", block.label(0))
                .fix(surgery.done(
                        surgery.replace(label.range(), '"' + situation.wanted().type() + '"'))));
    }

    private static void other(Situation situation, Block block, Consumer<Sighting> seen) {
        Surgery surgery = situation.code().surgery(block.range());
        String label = block.label(1).isEmpty() ? situation.wanted().label() : block.label(1);
        String code = situation.blueprint().resource(label).strip();
        seen.accept(Sighting.of("wrong-resource-type")
                .at(block.labels().get(0).range())
                .with("found", block.label(0))
                .with("other", situation.catalogue().lookalikes().get(block.label(0)))
                .fix(surgery.done(surgery.replace(block.range(), code))));
    }

    private static boolean data(Situation situation, Consumer<Sighting> seen) {
        for (Block block : situation.code().blocks("data")) {
            if (!block.label(0).equals(situation.wanted().type())) {
                continue;
            }
            Surgery surgery = situation.code().surgery(block.range());
            List<SourceEdit> edits = new ArrayList<>();
            edits.add(surgery.replace(block.typeRange(), "resource"));
            String rest = situation
                    .blueprint()
                    .body(block.body().argument(situation.wanted().identity()).isEmpty());
            if (!rest.isEmpty()) {
                edits.add(surgery.addLast(block, rest));
            }
            seen.accept(Sighting.of("data-not-resource")
                    .at(block.typeRange())
                    .with("more", !rest.isEmpty())
                    .fix(surgery.done(edits)));
            return true;
        }
        return false;
    }

    private static void none(Situation situation, Consumer<Sighting> seen) {
        List<Block> imports = situation.code().blocks("import");
        String label = importLabel(situation, imports);
        Sighting sighting = Sighting.of("no-resource");
        if (!imports.isEmpty()) {
            sighting = Sighting.of("import-without-resource").at(imports.get(0).range());
        } else if (!situation.state().managed(situation.wanted().type()).isEmpty()) {
            label = situation.state().managed(situation.wanted().type()).get(0).name();
            sighting = Sighting.of("main-emptied").with("address", situation.address());
        } else if (Live.subject(situation).isPresent()) {
            // With nothing but a provider block there, the next thing people try is terraform import.
            sighting = Sighting.of(
                    situation.code().blocks("resource").isEmpty()
                                    && !situation.code().blocks("provider").isEmpty()
                            ? "import-without-resource"
                            : "made-by-hand");
        }
        seen.accept(sighting.with("several", needsProvider(situation)).fix(missing(situation, label)));
    }

    private static boolean needsProvider(Situation situation) {
        return RegionFix.defaultProvider(situation).isEmpty()
                && situation.code().blocks("provider").isEmpty()
                && !situation.wanted().region().isEmpty();
    }

    /** What is missing, at the end of the lab's file. */
    private static List<Diagnosis.Edit> missing(Situation situation, String label) {
        Surgery surgery = situation.code().surgery(situation.wanted().codeFile());
        Blueprint blueprint = situation.blueprint();
        List<SourceEdit> edits = new ArrayList<>();
        // removed { } and the resource it speaks of exclude each other.
        situation.code().blocks("removed").stream()
                .filter(b -> b.range().file().equals(situation.wanted().codeFile()))
                .forEach(b -> edits.add(surgery.delete(b)));
        edits.add(surgery.append(needsProvider(situation) ? blueprint.file(label) : blueprint.resource(label)));
        return surgery.done(edits);
    }

    private static String importLabel(Situation situation, List<Block> imports) {
        for (Block block : imports) {
            Optional<SourceRange> to =
                    block.body().argument("to").map(a -> a.value().range());
            String address = to.map(situation.code()::written).orElse("");
            if (address.startsWith(situation.wanted().type() + ".")) {
                return address.substring(address.indexOf('.') + 1).replaceFirst("\\[.*", "");
            }
        }
        return situation.wanted().label();
    }

    /** Whether a kind of trouble is in any file. */
    static boolean has(Situation situation, TroubleKind kind) {
        return situation.code().files().stream().anyMatch(f -> !f.troubles(kind).isEmpty());
    }
}
