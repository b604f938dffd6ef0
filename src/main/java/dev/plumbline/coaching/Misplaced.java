package dev.plumbline.coaching;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.BodyItem;
import dev.plumbline.terraform.source.Expression;
import dev.plumbline.terraform.source.SourceEdit;
import dev.plumbline.terraform.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An argument or a block that the task needs, written where Terraform has no use for it: it is moved, not deleted. */
final class Misplaced {
    /** Where something stands that no block is around. */
    static final String OUTSIDE = "outside of every block";

    private final Situation situation;
    private final BodyItem item;
    private final String name;

    private Misplaced(Situation situation, BodyItem item) {
        this.situation = situation;
        this.item = item;
        this.name = item instanceof Argument argument ? argument.name() : ((Block) item).type();
    }

    /**
     * The item as a sighting, if the task needs it in another block; empty where it is a matter of another kind.
     *
     * @param where the place it stands at, for a sentence: {@code in provider "aws"}
     * @param item one that its place does not know
     */
    static Optional<Sighting> see(Situation situation, String where, BodyItem item) {
        Misplaced misplaced = new Misplaced(situation, item);
        return (misplaced.isRegion() ? misplaced.intoProvider() : misplaced.intoSubject())
                .map(sighting -> sighting.with("where", where));
    }

    private boolean isRegion() {
        return item instanceof Argument
                && name.equals("region")
                && !situation.wanted().region().isEmpty();
    }

    private Optional<Sighting> intoProvider() {
        Optional<Block> provider = RegionFix.defaultProvider(situation);
        boolean there =
                provider.filter(p -> p.body().argument("region").isPresent()).isPresent();
        Sighting sighting = sighting("provider \"aws\"", there);
        if (there) {
            return Optional.of(sighting.fix(away()));
        }
        if (provider.isPresent()) {
            return Optional.of(sighting.fix(moved(provider.get(), written(), false)));
        }
        Surgery surgery = situation.code().surgery(item.range());
        String block = "provider \"aws\" {\n  " + written() + "\n}\n";
        return Optional.of(sighting.fix(surgery.done(surgery.delete(item), surgery.append(block))));
    }

    private Optional<Sighting> intoSubject() {
        Block subject = situation.subject();
        String path = path();
        if (subject == null || path == null) {
            return Optional.empty();
        }
        String type = situation.wanted().type();
        int dot = path.indexOf('.');
        String outer = dot < 0 ? path : path.substring(0, dot);
        boolean there = subject.body().argument(outer).isPresent()
                || !subject.body().blocks(outer).isEmpty()
                || subject.body().blocks("dynamic").stream()
                        .anyMatch(d -> d.label(0).equals(outer));
        boolean inner = dot >= 0 && item instanceof Argument;
        Sighting sighting = sighting((inner ? "the block " + outer + " of " : "") + "resource \"" + type + "\"", there);
        if (there) {
            return Optional.of(sighting.fix(away()));
        }
        String code = inner ? outer + " {\n  " + written() + "\n}" : written();
        return Optional.of(sighting.fix(moved(subject, code, item instanceof Block || inner)));
    }

    /**
     * An argument that the block needs, as an entry of a map that the block does not know: {@code tags = { region = … }}.
     *
     * @param map an argument that its place does not know
     */
    static Optional<Sighting> inside(Situation situation, Block block, Argument map) {
        if (!(map.value() instanceof Expression.ObjectCons object)) {
            return Optional.empty();
        }
        for (Expression.Entry entry : object.entries()) {
            String name = entry.key() instanceof Expression.Template template && template.plainText() != null
                    ? template.plainText()
                    : situation.code().written(entry.key().range());
            boolean needed = !situation.wantedText(block, name).isEmpty()
                    && block.body().argument(name).isEmpty();
            if (needed) {
                Surgery surgery = situation.code().surgery(map.range());
                String line =
                        name + " = " + situation.code().written(entry.value().range());
                SourceEdit edit = object.entries().size() == 1
                        ? surgery.replace(map.range(), line)
                        : surgery.addFirst(block, line);
                return Optional.of(Sighting.of("misplaced")
                        .at(entry.key().range())
                        .with("found", name)
                        .with("where", "inside " + map.name())
                        .with("home", holder(block))
                        .with("itself", true)
                        .fix(surgery.done(edit)));
            }
        }
        return Optional.empty();
    }

    private static String holder(Block block) {
        return block.type() + " \"" + block.label(0) + "\"";
    }

    /** The path of the wanted attribute that the item sets: whole, or by the block or the argument of a nested one. */
    private @Nullable String path() {
        if (item instanceof Argument && name.equals(situation.wanted().identity())) {
            return name;
        }
        for (String path : situation.wanted().attributes().keySet()) {
            int dot = path.indexOf('.');
            boolean nested = dot >= 0 && !path.startsWith("tags");
            boolean mine = item instanceof Argument
                    ? nested
                            ? path.endsWith('.' + name)
                            : path.replaceFirst("\\..*", "").equals(name)
                    : nested && path.startsWith(name + '.');
            if (mine) {
                return nested ? path : name;
            }
        }
        return null;
    }

    private Sighting sighting(String home, boolean there) {
        SourceRange at = item instanceof Argument argument ? argument.nameRange() : ((Block) item).typeRange();
        return Sighting.of("misplaced")
                .at(at)
                .with("found", name)
                .with("name", name)
                .with("home", home)
                .with("there", there);
    }

    private List<Diagnosis.Edit> away() {
        Surgery surgery = situation.code().surgery(item.range());
        return surgery.done(surgery.delete(item));
    }

    private List<Diagnosis.Edit> moved(Block home, String code, boolean last) {
        Surgery here = situation.code().surgery(item.range());
        Surgery there = situation.code().surgery(home.range());
        SourceEdit add = last || code.indexOf('\n') >= 0 ? there.addLast(home, code) : there.addFirst(home, code);
        if (home.range().file().equals(item.range().file())) {
            return here.done(here.delete(item), add);
        }
        List<Diagnosis.Edit> both = new ArrayList<>(here.done(here.delete(item)));
        both.addAll(there.done(add));
        return both;
    }

    /** The learner's own lines, as if they began at the margin. */
    private String written() {
        String text = situation.code().written(item.range()).replace("\r\n", "\n");
        int last = text.lastIndexOf('\n') + 1;
        int margin = 0;
        while (last > 0 && last + margin < text.length() && " \t".indexOf(text.charAt(last + margin)) >= 0) {
            margin++;
        }
        String indent = text.substring(last, last + margin);
        return indent.isEmpty() ? text : text.replace("\n" + indent, "\n");
    }
}
