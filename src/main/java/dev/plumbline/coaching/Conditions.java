package dev.plumbline.coaching;

import dev.plumbline.terraform.Diagnostic;
import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Expression;
import dev.plumbline.terraform.source.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A pre- or postcondition that does not hold: compare with what the lab asks for, or take it out. */
final class Conditions {
    private static final Set<String> BLOCKS = Set.of("postcondition", "precondition", "validation");

    private Conditions() {}

    static Sighting mend(Situation situation, Diagnostic.Range range, Sighting sighting) {
        Optional<Block> block =
                situation.code().blockAt(range.file(), range.startLine(), b -> BLOCKS.contains(b.type()));
        if (block.isEmpty()) {
            return sighting;
        }
        Surgery surgery = situation.code().surgery(range.file());
        Optional<Argument> condition = block.get().body().argument("condition");
        if (condition.isPresent()) {
            for (String wanted : wantedTexts(situation)) {
                Optional<Expression> near = Walk.find(
                        condition.get().value(),
                        e -> e instanceof Expression.Template t
                                && t.plainText() != null
                                && isNear(t.plainText(), wanted));
                if (near.isPresent()) {
                    return sighting.with("wanted", wanted)
                            .fix(surgery.done(surgery.replace(near.get().range(), Surgery.quoted(wanted))));
                }
            }
        }
        return sighting.fix(surgery.done(surgery.delete(outermost(situation, block.get()))));
    }

    private static List<String> wantedTexts(Situation situation) {
        List<String> all = new ArrayList<>();
        all.add(situation.wanted().name());
        all.add(situation.wanted().region());
        situation.wanted().attributes().values().forEach(v -> all.add(v.toString()));
        return all;
    }

    private static boolean isNear(String text, String wanted) {
        return !text.equals(wanted) && plain(text).equals(plain(wanted));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** The lifecycle block around it, where nothing else is in that. */
    private static Block outermost(Situation situation, Block block) {
        return situation
                .code()
                .blockAt(block.range().file(), block.range().startLine(), b -> b.type()
                        .equals("lifecycle"))
                .filter(l -> l.body().items().size() == 1)
                .orElse(block);
    }
}
