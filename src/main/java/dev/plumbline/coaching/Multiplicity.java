package dev.plumbline.coaching;

import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Expression;
import dev.plumbline.terraform.source.SourceEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** How many streams the code asks for: none, two of one name, for_each over a list. */
final class Multiplicity implements Recogniser {
    @Override
    public void look(Situation situation, Consumer<Sighting> seen) {
        List<Block> subjects = situation.subjects();
        for (Block block : subjects) {
            Optional<Argument> forEach = block.body().argument("for_each");
            if (forEach.isPresent() && isList(situation, block, forEach.get())) {
                Surgery surgery = situation.code().surgery(block.range());
                Expression value = forEach.get().value();
                String written = situation.code().written(value.range());
                seen.accept(Sighting.of("for-each-list")
                        .at(forEach.get().range())
                        .fix(surgery.done(surgery.replace(value.range(), "toset(" + written + ")"))));
                return;
            }
        }
        boolean any = subjects.stream().anyMatch(b -> situation.meaning().instances(b) != 0);
        if (!subjects.isEmpty() && !any) {
            none(situation, subjects.get(0), seen);
        }
        sameName(situation, subjects, seen);
    }

    private static boolean isList(Situation situation, Block block, Argument forEach) {
        return situation.meaning().isRefusedList(block, situation.meaning().value(forEach.value()));
    }

    private static void none(Situation situation, Block block, Consumer<Sighting> seen) {
        Optional<Argument> found =
                block.body().argument("count").or(() -> block.body().argument("for_each"));
        if (found.isEmpty()) {
            return;
        }
        Surgery surgery = situation.code().surgery(block.range());
        List<SourceEdit> edits = new ArrayList<>();
        edits.add(surgery.delete(found.get()));
        for (Argument argument : block.body().arguments()) {
            String written = situation.code().written(argument.value().range());
            String wanted = situation.wantedText(block, argument.name());
            if (!argument.equals(found.get()) && !wanted.isEmpty() && written.matches(".*\\b(each|count)\\..*")) {
                edits.add(surgery.replace(argument.value().range(), Surgery.quoted(wanted)));
            }
        }
        seen.accept(Sighting.of("creates-nothing")
                .at(found.get().range())
                .with("name", found.get().name())
                .fix(surgery.done(edits)));
    }

    private static void sameName(Situation situation, List<Block> subjects, Consumer<Sighting> seen) {
        String identity = situation.wanted().identity();
        for (Block block : subjects) {
            Optional<Argument> count = block.body().argument("count");
            boolean fixed = block.body()
                    .argument(identity)
                    .filter(a -> Code.isLiteral(a.value()))
                    .isPresent();
            if (count.isPresent() && fixed && situation.meaning().instances(block) > 1) {
                Surgery surgery = situation.code().surgery(block.range());
                String base = situation.wanted().type() + "." + block.label(1);
                seen.accept(Sighting.of("same-name-twice")
                        .at(count.get().range())
                        .with("address", base + "[0]")
                        .with("other", base + "[1]")
                        .with("found", situation.meaning().text(block, identity).orElse(""))
                        .fix(surgery.done(surgery.delete(count.get()))));
                return;
            }
        }
        Map<String, Block> byName = new LinkedHashMap<>();
        for (Block block : subjects) {
            String name = situation.meaning().text(block, identity).orElse("");
            Block first = name.isEmpty() ? null : byName.putIfAbsent(name, block);
            if (first != null && !first.label(1).equals(block.label(1)) && samePlace(situation, first, block)) {
                two(situation, first, block, name, seen);
                return;
            }
        }
    }

    private static boolean samePlace(Situation situation, Block first, Block second) {
        String one = first.body()
                .argument("provider")
                .map(a -> situation.code().written(a.value().range()))
                .orElse("");
        String other = second.body()
                .argument("provider")
                .map(a -> situation.code().written(a.value().range()))
                .orElse("");
        return one.equals(other);
    }

    private static void two(Situation situation, Block first, Block second, String name, Consumer<Sighting> seen) {
        boolean secondRight = situation.isRight(second) && !situation.isRight(first);
        Block kept = secondRight ? second : first;
        Block gone = secondRight ? first : second;
        Surgery surgery = situation.code().surgery(gone.range());
        String type = situation.wanted().type();
        String goneAddress = type + "." + gone.label(1);
        String keptAddress = type + "." + kept.label(1);
        boolean stateHasGone = situation.state().managed(type).stream()
                .anyMatch(r -> r.address().equals(goneAddress));
        boolean stateHasKept = situation.state().managed(type).stream()
                .anyMatch(r -> r.address().equals(keptAddress));
        Sighting sighting = Sighting.of("same-name-twice")
                .at(gone.range())
                .with("address", keptAddress)
                .with("other", goneAddress)
                .with("found", name)
                .fix(surgery.done(surgery.delete(gone)));
        seen.accept(
                stateHasGone && !stateHasKept
                        ? sighting.with("command", "terraform state mv " + goneAddress + " " + keptAddress)
                        : sighting);
    }
}
