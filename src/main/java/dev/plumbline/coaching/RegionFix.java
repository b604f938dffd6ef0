package dev.plumbline.coaching;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.SourceEdit;
import dev.plumbline.terraform.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Edits that give the subject's provider its region. */
final class RegionFix {
    private RegionFix() {}

    /** The default provider block for the subject's provider, if there is one. */
    static Optional<Block> defaultProvider(Situation situation) {
        return situation.code().blocks("provider").stream()
                .filter(b ->
                        b.label(0).equals("aws") && b.body().argument("alias").isEmpty())
                .findFirst();
    }

    /** Where the default provider block's region comes from, if it is written anywhere. */
    static Optional<SourceRange> place(Situation situation) {
        return defaultProvider(situation)
                .flatMap(provider -> situation.meaning().find(provider, "region"))
                .map(value -> ValueFix.place(situation, value));
    }

    /** Adds region to the default provider block, or the block to the file. */
    static List<Diagnosis.Edit> set(Situation situation) {
        Optional<Block> provider = defaultProvider(situation);
        String line = "region = " + Surgery.quoted(situation.wanted().region());
        if (provider.isPresent()) {
            Block block = provider.get();
            Surgery surgery = situation.code().surgery(block.range());
            Optional<Argument> there = block.body().argument("region");
            return surgery.done(
                    there.isPresent()
                            ? surgery.replace(
                                    there.get().value().range(),
                                    Surgery.quoted(situation.wanted().region()))
                            : surgery.addFirst(block, line));
        }
        Surgery surgery = situation.code().surgery(situation.wanted().codeFile());
        List<Block> terraform = situation.code().blocks("terraform");
        return surgery.done(
                terraform.isEmpty()
                        ? surgery.prepend(situation.blueprint().provider())
                        : surgery.append(situation.blueprint().provider()));
    }

    /** A region line on the resource: it goes, and moves to the provider where that has none. */
    static Sighting onResource(Situation situation, Block resource, Argument argument) {
        Surgery surgery = situation.code().surgery(resource.range());
        List<Diagnosis.Edit> edits = new ArrayList<>(surgery.done(surgery.delete(argument)));
        boolean uses = resource.body().argument("provider").isPresent();
        boolean has = defaultProvider(situation)
                .filter(p -> p.body().argument("region").isPresent())
                .isPresent();
        boolean more = !uses && !has && !situation.wanted().region().isEmpty();
        if (more) {
            edits.addAll(set(situation));
        }
        return Sighting.of("region-on-resource")
                .at(argument.nameRange())
                .with("more", more)
                .fix(edits);
    }

    static List<Diagnosis.Edit> one(Situation situation, Block block, SourceEdit edit) {
        return situation.code().surgery(block.range()).done(edit);
    }
}
