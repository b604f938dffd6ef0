package dev.plumbline.coaching;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.terraform.PlanDocument.ResourceChange;
import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Expression;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Blocks that tell Terraform what became of an address: {@code removed}, which strikes it from the state, and
 * {@code moved}, which gives it another name there.
 */
final class StateBlocks implements Recogniser {
    @Override
    public void look(Situation situation, Consumer<Sighting> seen) {
        for (Block block : situation.code().blocks("removed")) {
            String from = address(situation, block, "from");
            String type = situation.wanted().type();
            boolean declared = situation.code().blocks("resource").stream()
                    .anyMatch(r -> from.equals(r.label(0) + "." + r.label(1)));
            Sighting sighting = Sighting.of(declared ? "removed-and-declared" : "removed-instead")
                    .at(block.range())
                    .with("found", from)
                    .with("destroys", destroys(block));
            Surgery surgery = situation.code().surgery(block.range());
            if (declared) {
                seen.accept(sighting.fix(surgery.done(surgery.delete(block))));
            } else if (from.startsWith(type + ".") && situation.subjects().isEmpty()) {
                String label = from.substring(type.length() + 1).replaceFirst("\\W.*", "");
                boolean recorded = !situation.isSourceOnly()
                        && !situation.state().managed(type).isEmpty();
                seen.accept(sighting.with("recorded", recorded)
                        .with("live", !recorded && Live.subject(situation).isPresent())
                        .fix(surgery.done(surgery.replaceItem(
                                block, situation.blueprint().resource(label).strip()))));
            }
        }
    }

    /** Terraform destroys what it forgets, unless the block says {@code destroy = false}. */
    private static boolean destroys(Block block) {
        return block.body().blocks("lifecycle").stream()
                .flatMap(lifecycle -> lifecycle.body().argument("destroy").stream())
                .map(Argument::value)
                .noneMatch(
                        value -> value instanceof Expression.Literal literal && Boolean.FALSE.equals(literal.value()));
    }

    /** A moved block that was meant for this rename and names another address on one of its sides. */
    static Optional<Sighting> missed(Situation situation, ResourceChange gone, ResourceChange made) {
        String before = gone.previousAddress();
        for (Block block : situation.code().blocks("moved")) {
            String from = address(situation, block, "from");
            String to = address(situation, block, "to");
            boolean start = to.equals(made.address()) && !from.equals(gone.address());
            boolean end = !to.equals(made.address()) && (from.equals(gone.address()) || from.equals(before));
            Optional<Argument> wrong = block.body().argument(start ? "from" : "to");
            if ((start || end) && wrong.isPresent()) {
                String right = start ? gone.address() : made.address();
                Surgery surgery = situation.code().surgery(block.range());
                java.util.List<Diagnosis.Edit> fix =
                        surgery.done(surgery.replace(wrong.get().value().range(), right));
                return Optional.of(Sighting.of("moved-misses")
                        .at(wrong.get().range())
                        .with("start", start)
                        .with("found", start ? from : to)
                        .with("name", start ? "from" : "to")
                        .with("wanted", right)
                        .with("other", gone.address())
                        .with("address", made.address())
                        .fix(fix));
            }
        }
        return Optional.empty();
    }

    private static String address(Situation situation, Block block, String argument) {
        return block.body()
                .argument(argument)
                .map(a -> situation.code().written(a.value().range()).replaceAll("\\s", ""))
                .orElse("");
    }
}
