package dev.plumbline.coaching;

import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Comment;
import dev.plumbline.terraform.source.SourceEdit;
import dev.plumbline.terraform.source.SourceRange;
import dev.plumbline.terraform.source.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The capacity mode of a Kinesis stream: missing, misspelt, the other one, at odds with shard_count. */
final class Modes implements Recogniser {
    private static final Set<String> KNOWN = Set.of("ON_DEMAND", "PROVISIONED");
    private static final String BLOCK = "stream_mode_details";

    @Override
    public void look(Situation situation, Consumer<Sighting> seen) {
        if (situation.wanted().mode().isEmpty() || !situation.wanted().type().equals("aws_kinesis_stream")) {
            return;
        }
        Block subject = situation.subject();
        for (Block block : situation.subjects()) {
            if (block.equals(subject) || isMeantAsSubject(situation, block, subject)) {
                look(situation, block, seen);
            }
        }
    }

    /** Extra streams are their author's business, unless no stream has the right name. */
    private static boolean isMeantAsSubject(
            Situation situation, Block block, @org.jspecify.annotations.Nullable Block subject) {
        return subject == null
                || situation
                        .meaning()
                        .text(block, situation.wanted().identity())
                        .equals(situation
                                .meaning()
                                .text(subject, situation.wanted().identity()));
    }

    private static void look(Situation situation, Block block, Consumer<Sighting> seen) {
        List<Block> details = block.body().blocks(BLOCK);
        if (details.size() > 1) {
            twice(situation, details, seen);
            return;
        }
        Optional<Value> found = situation.meaning().find(block, Wanted.MODE);
        if (found.isEmpty()) {
            if (details.isEmpty() && !hasDynamic(block)) {
                missing(situation, block, seen);
            } else if (details.isEmpty()) {
                dynamic(situation, block, seen);
            } else {
                emptyBlock(situation, details.get(0), null, seen);
            }
            return;
        }
        Value value = found.get();
        if (value.isNull()) {
            emptyBlock(situation, details.isEmpty() ? block : details.get(0), value, seen);
            return;
        }
        String mode = value.text().orElse(null);
        if (mode == null) {
            return; // a reference that is told elsewhere, or known to Terraform only
        }
        if (!KNOWN.contains(mode)) {
            badValue(situation, block, value, mode, seen);
        } else if (!mode.equals(situation.wanted().mode())) {
            other(situation, block, value, mode, seen);
        } else {
            shards(situation, block, mode, seen);
        }
    }

    private static boolean hasDynamic(Block block) {
        return block.body().blocks("dynamic").stream().anyMatch(d -> d.label(0).equals(BLOCK));
    }

    private static void missing(Situation situation, Block block, Consumer<Sighting> seen) {
        Surgery surgery = situation.code().surgery(block.range());
        List<SourceEdit> edits = new ArrayList<>();
        Object mode = situation.wanted().mode();
        edits.add(surgery.addLast(block, Blueprint.nestedBlock(Wanted.MODE, mode)));
        boolean more = dropShards(situation, block, surgery, edits);
        seen.accept(Sighting.of("mode-missing")
                .at(block.range())
                .with("live", live(situation))
                .with("more", more)
                .with("commented", commented(situation, block))
                .fix(surgery.done(edits)));
    }

    /** The live mode, where it is the wanted one: then the file only does not say it. */
    private static String live(Situation situation) {
        return Live.subject(situation)
                .map(r -> Live.text(r, Wanted.MODE))
                .filter(m -> m.equals(situation.wanted().mode()))
                .orElse("");
    }

    /** The line of a mode block in a comment inside the resource, as text; empty where there is none. */
    private static String commented(Situation situation, Block block) {
        return situation.code().file(block.range().file()).stream()
                .flatMap(file -> file.comments().stream())
                .filter(comment -> comment.text().contains(BLOCK))
                .map(Comment::range)
                .filter(range -> block.range().startOffset() <= range.startOffset()
                        && range.endOffset() <= block.range().endOffset())
                .map(range -> Integer.toString(range.startLine()))
                .findFirst()
                .orElse("");
    }

    /** A dynamic block whose list has nothing in it makes no block: then the mode is not said. */
    private static void dynamic(Situation situation, Block block, Consumer<Sighting> seen) {
        for (Block dynamic : block.body().blocks("dynamic")) {
            Optional<Argument> list = dynamic.body().argument("for_each");
            boolean none = dynamic.label(0).equals(BLOCK)
                    && list.isPresent()
                    && isEmpty(situation.meaning().valueIn(block, list.get().value()));
            if (none) {
                Surgery surgery = situation.code().surgery(block.range());
                List<SourceEdit> edits = new ArrayList<>();
                edits.add(surgery.replaceItem(
                        dynamic,
                        Blueprint.nestedBlock(Wanted.MODE, situation.wanted().mode())));
                boolean more = dropShards(situation, block, surgery, edits);
                seen.accept(Sighting.of("mode-missing")
                        .at(list.get().range())
                        .with(
                                "dynamic",
                                situation.code().written(list.get().value().range()))
                        .with("more", more)
                        .fix(surgery.done(edits)));
                return;
            }
        }
    }

    private static boolean isEmpty(Value value) {
        Object data = value instanceof Value.Known known ? known.data() : null;
        return (data instanceof List<?> items && items.isEmpty())
                || (data instanceof Map<?, ?> entries && entries.isEmpty());
    }

    /** shard_count goes where the lab wants on-demand capacity; 0 and null do no harm and stay. */
    private static boolean dropShards(Situation situation, Block block, Surgery surgery, List<SourceEdit> edits) {
        Optional<Argument> shards = block.body().argument("shard_count").filter(a -> counts(situation, a));
        if (!situation.wanted().onDemand() || shards.isEmpty()) {
            return false;
        }
        edits.add(surgery.delete(shards.get()));
        return true;
    }

    private static boolean counts(Situation situation, Argument shards) {
        Value value = situation.meaning().value(shards.value());
        return !value.isNull() && !value.text().filter("0"::equals).isPresent();
    }

    private static void emptyBlock(
            Situation situation,
            Block details,
            @org.jspecify.annotations.Nullable Value value,
            Consumer<Sighting> seen) {
        Surgery surgery = situation.code().surgery(details.range());
        String wanted = Surgery.quoted(situation.wanted().mode());
        Optional<Argument> there = details.body().argument("stream_mode");
        List<SourceEdit> edits = new ArrayList<>();
        if (there.isPresent()) {
            edits.add(surgery.replace(there.get().value().range(), wanted));
        } else if (value == null) {
            edits.add(surgery.addFirst(details, "stream_mode = " + wanted));
        }
        seen.accept(Sighting.of("mode-missing-in-block")
                .at(there.map(Argument::range).orElse(details.range()))
                .fix(surgery.done(edits)));
    }

    private static void badValue(Situation situation, Block block, Value value, String mode, Consumer<Sighting> seen) {
        SourceRange at = ValueFix.place(situation, value);
        seen.accept(Sighting.of("mode-bad-value")
                .at(at)
                .with("found", mode)
                .with("other", remark(mode))
                .with("block", block.label(0))
                .fix(ValueFix.set(situation, value, situation.wanted().mode())));
    }

    private static String remark(String mode) {
        String letters = mode.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
        if (!mode.strip().equals(mode) && KNOWN.contains(mode.strip())) {
            return "There is a space inside the quotes.";
        }
        if (letters.equals("PAYPERREQUEST")) {
            return "That is DynamoDB's word.";
        }
        if (letters.equals("ONDEMAND") && mode.equals(mode.toUpperCase(Locale.ROOT))) {
            return mode.equals("ONDEMAND") ? "The underscore is missing." : "Between the words stands an underscore.";
        }
        return letters.equals("ONDEMAND") || letters.equals("PROVISIONED") ? "Capitals count." : "";
    }

    private static void other(Situation situation, Block block, Value value, String mode, Consumer<Sighting> seen) {
        List<SourceEdit> edits = new ArrayList<>(
                ValueFix.edits(situation, value, situation.wanted().mode()));
        Surgery surgery = situation.code().surgery(block.range());
        boolean sameFile = edits.stream()
                .allMatch(e -> e.range().file().equals(block.range().file()));
        boolean more = sameFile && dropShards(situation, block, surgery, edits);
        Surgery of = situation
                .code()
                .surgery(edits.isEmpty() ? block.range() : edits.get(0).range());
        seen.accept(Sighting.of("mode-provisioned")
                .at(ValueFix.place(situation, value))
                .with("found", mode)
                .with("more", more)
                .fix(of.done(edits)));
    }

    private static void shards(Situation situation, Block block, String mode, Consumer<Sighting> seen) {
        Optional<Argument> shards = block.body().argument("shard_count").filter(a -> counts(situation, a));
        if (mode.equals("ON_DEMAND") && shards.isPresent()) {
            Surgery surgery = situation.code().surgery(block.range());
            seen.accept(Sighting.of("on-demand-with-shard-count")
                    .at(shards.get().range())
                    .fix(surgery.done(surgery.delete(shards.get()))));
        }
    }

    private static void twice(Situation situation, List<Block> details, Consumer<Sighting> seen) {
        Surgery surgery = situation.code().surgery(details.get(0).range());
        Block kept = details.stream()
                .filter(d -> d.body()
                        .argument("stream_mode")
                        .flatMap(a -> situation.meaning().value(a.value()).text())
                        .filter(situation.wanted().mode()::equals)
                        .isPresent())
                .findFirst()
                .orElse(details.get(0));
        List<SourceEdit> edits = details.stream()
                .filter(d -> !d.equals(kept))
                .map(surgery::delete)
                .toList();
        seen.accept(Sighting.of("block-twice")
                .at(details.get(1).range())
                .with("name", BLOCK)
                .fix(surgery.done(edits)));
    }
}
