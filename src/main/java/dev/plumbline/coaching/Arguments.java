package dev.plumbline.coaching;

import dev.plumbline.lab.Nearest;
import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.BodyItem;
import dev.plumbline.terraform.source.Expression;
import dev.plumbline.terraform.source.SourceEdit;
import dev.plumbline.terraform.source.UnknownReason;
import dev.plumbline.terraform.source.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Arguments and nested blocks that the provider's schema does not have, by the shapes the catalogue knows. */
final class Arguments implements Recogniser {
    @Override
    public void look(Situation situation, Consumer<Sighting> seen) {
        for (Block block : situation.code().blocks("resource")) {
            situation.catalogue().shape(block.label(0)).ifPresent(shape -> new Inspection(situation, shape, block, seen)
                    .resource());
        }
        for (Block block : situation.code().blocks("terraform")) {
            block.body().items().forEach(item -> Misplaced.see(situation, "in the terraform block", item)
                    .ifPresent(seen));
        }
        for (Block block : situation.code().blocks("provider")) {
            if (block.label(0).equals("aws")) {
                situation.catalogue().shape("provider").ifPresent(shape -> new Inspection(situation, shape, block, seen)
                        .provider());
            }
        }
    }

    /** The look at one block. */
    private record Inspection(Situation situation, Shape shape, Block block, Consumer<Sighting> seen) {
        void resource() {
            for (Argument argument : block.body().arguments()) {
                if (isBlockInJson(argument)) {
                    continue;
                }
                if (shape.blocks().contains(argument.name())) {
                    blockAsAttribute(argument);
                } else if (shape.computed().contains(argument.name())
                        || (!Shape.META_ARGUMENTS.contains(argument.name())
                                && !shape.arguments().contains(argument.name()))) {
                    unknownArgument(argument);
                }
            }
            for (Block inner : block.body().blocks()) {
                if (inner.type().equals("lifecycle")) {
                    inner.body().items().forEach(item -> isMisplaced(item, "lifecycle"));
                } else if (shape.nested().containsKey(inner.type())) {
                    insideNested(inner);
                } else if (!shape.blocks().contains(inner.type()) && !Shape.META_BLOCKS.contains(inner.type())) {
                    unknownBlock(inner);
                }
            }
        }

        void provider() {
            for (Argument argument : block.body().arguments()) {
                if (isBlockInJson(argument)) {
                    continue;
                }
                if (shape.blocks().contains(argument.name())) {
                    blockAsAttribute(argument);
                } else if (!shape.arguments().contains(argument.name()) && !isMisplaced(argument, kind())) {
                    typo(argument, shape.arguments(), shape.synonyms());
                }
            }
            for (Block inner : block.body().blocks()) {
                boolean topLevel = Set.of("resource", "provider", "data").contains(inner.type());
                if (!shape.blocks().contains(inner.type())
                        && !topLevel
                        && !inner.type().equals("dynamic")
                        && !isMisplaced(inner, kind())) {
                    unknownBlock(inner);
                }
            }
        }

        /** Something that the task needs elsewhere; told then. */
        private boolean isMisplaced(BodyItem item, String holder) {
            Optional<Sighting> sighting = Misplaced.see(situation, "in " + holder, item);
            sighting.ifPresent(seen);
            return sighting.isPresent();
        }

        /** In the JSON form a nested block looks like an argument. */
        private boolean isBlockInJson(Argument argument) {
            return argument.fromJson() && shape.blocks().contains(argument.name());
        }

        private Surgery surgery() {
            return situation.code().surgery(block.range());
        }

        private String kind() {
            return block.type().equals("provider") ? "provider \"" + block.label(0) + "\"" : block.label(0);
        }

        private void unknownArgument(Argument argument) {
            String name = argument.name();
            if (shape.computed().contains(name)) {
                seen.accept(Sighting.of("computed-attribute")
                        .at(argument.nameRange())
                        .with("name", name)
                        .fix(surgery().done(surgery().delete(argument))));
            } else if (isRegion(name)) {
                seen.accept(RegionFix.onResource(situation, block, argument));
            } else if (shape.nested().containsValue(name)) {
                seen.accept(mode("top-level-stream-mode", argument).with("corrected", corrected(argument)));
            } else if (isModeWord(name)) {
                seen.accept(mode("argument-unknown", argument)
                        .with("found", name)
                        .with("block", kind())
                        .with("isMode", true)
                        .with("other", shape.origins().get(name)));
            } else {
                typo(argument, shape.arguments(), shape.synonyms());
            }
        }

        private static boolean isRegion(String name) {
            return Set.of("region", "aws_region", "availability_zone", "regoin", "regions", "location")
                    .contains(name.toLowerCase(Locale.ROOT));
        }

        private boolean isModeWord(String name) {
            String plain = name.toLowerCase(Locale.ROOT);
            return !situation.wanted().mode().isEmpty()
                    && !shape.synonyms().containsKey(plain)
                    && (shape.modeWords().contains(plain)
                            || shape.nested().values().stream()
                                    .anyMatch(main -> plain.replace("_", "").equals(main.replace("_", "")))
                            || Nearest.to(plain, shape.nested().values()).isPresent()
                            || plain.contains("on_demand"));
        }

        /** A line that tries to set the mode: replaced by the block, or deleted where the block is there. */
        private Sighting mode(String id, Argument argument) {
            List<Block> modeBlocks = block.body().blocks("stream_mode_details");
            boolean done = !modeBlocks.isEmpty() || hasDynamic("stream_mode_details");
            List<SourceEdit> edits = done
                    ? List.of(surgery().delete(argument))
                    : surgery().wrap(block, argument, "stream_mode_details", "stream_mode", modeExpression(argument));
            return Sighting.of(id)
                    .at(argument.nameRange())
                    .with("done", done)
                    .with(
                            "other",
                            modeBlocks.isEmpty()
                                    ? ""
                                    : Integer.toString(modeBlocks.get(0).range().startLine()))
                    .fix(surgery().done(edits));
        }

        /** What is written where the edit will write another value; empty where it keeps the value. */
        private String corrected(Argument argument) {
            String written = situation.meaning().value(argument.value()).text().orElse("");
            return written.equals(wantedMode(argument)) ? "" : written;
        }

        /** What to write behind stream_mode: what is there, if it is right or only known to Terraform. */
        private String modeExpression(Argument argument) {
            Value value = situation.meaning().valueIn(block, argument.value());
            boolean later = value instanceof Value.Unknown unknown
                    && unknown.reason() != UnknownReason.BARE_WORD
                    && unknown.reason() != UnknownReason.INVALID;
            boolean right = argument.name().equals("stream_mode")
                    && (later
                            || value.text().filter(wantedMode(argument)::equals).isPresent());
            return right
                    ? situation.code().written(argument.value().range())
                    : Blueprint.expression(wantedMode(argument));
        }

        private String wantedMode(Argument argument) {
            String wanted = situation.wanted().mode();
            return wanted.isEmpty()
                    ? situation.meaning().value(argument.value()).text().orElse("ON_DEMAND")
                    : wanted;
        }

        private boolean hasDynamic(String type) {
            return block.body().blocks("dynamic").stream()
                    .anyMatch(d -> d.label(0).equals(type));
        }

        private void typo(Argument argument, Set<String> arguments, java.util.Map<String, String> synonyms) {
            String name = argument.name();
            Set<String> known = new TreeSet<>(arguments);
            known.removeAll(Set.of("arn", "tags_all", "version", "token"));
            String lower = name.toLowerCase(Locale.ROOT);
            String synonym = synonyms.get(lower);
            Optional<String> meant = synonym != null && arguments.contains(synonym)
                    ? Optional.of(synonym)
                    : known.contains(lower) ? Optional.of(lower) : Nearest.to(name, known);
            Optional<Sighting> inside =
                    meant.isEmpty() ? Misplaced.inside(situation, block, argument) : Optional.empty();
            if (inside.isPresent()) {
                seen.accept(inside.get());
            } else if (synonym != null && shape.blocks().contains(synonym)) {
                seen.accept(unknown(argument.nameRange(), name, surgery().delete(argument)));
            } else if (meant.isEmpty()) {
                seen.accept(unknown(argument.nameRange(), name, surgery().delete(argument)));
            } else {
                boolean there = block.body().argument(meant.get()).isPresent();
                SourceEdit edit =
                        there ? surgery().delete(argument) : surgery().replace(argument.nameRange(), meant.get());
                seen.accept(Sighting.of("argument-typo")
                        .at(argument.nameRange())
                        .with("found", name)
                        .with("wanted", meant.get())
                        .with("block", kind())
                        .with("isRequired", shape.required().contains(meant.get()))
                        .fix(surgery().done(edit)));
            }
        }

        private Sighting unknown(dev.plumbline.terraform.source.SourceRange at, String name, SourceEdit edit) {
            return Sighting.of("argument-unknown")
                    .at(at)
                    .with("found", name)
                    .with("block", kind())
                    .with("other", shape.origins().get(name))
                    .fix(surgery().done(edit));
        }

        private void blockAsAttribute(Argument argument) {
            seen.accept(Sighting.of("block-as-attribute")
                    .at(argument.nameRange())
                    .with("name", argument.name())
                    .fix(AsBlock.edit(situation.code(), argument, hasBlock(argument.name()))));
        }

        private boolean hasBlock(String type) {
            return !block.body().blocks(type).isEmpty();
        }

        private void insideNested(Block inner) {
            String main = shape.nested().getOrDefault(inner.type(), "");
            for (Argument argument : inner.body().arguments()) {
                if (!argument.name().equals(main) && !isMisplaced(argument, inner.type())) {
                    boolean there = inner.body().argument(main).isPresent();
                    seen.accept(Sighting.of("argument-typo")
                            .at(argument.nameRange())
                            .with("found", argument.name())
                            .with("wanted", main)
                            .with("block", "The block " + inner.type())
                            .with("isRequired", true)
                            .fix(surgery()
                                    .done(
                                            there
                                                    ? surgery().delete(argument)
                                                    : surgery().replace(argument.nameRange(), main))));
                }
            }
        }

        private void unknownBlock(Block inner) {
            String type = inner.type();
            String lower = type.toLowerCase(Locale.ROOT);
            if (Set.of("resource", "provider", "data").contains(type)) {
                return; // told by the recogniser of headers
            }
            if (shape.arguments().contains(type) || shape.maps().contains(type)) {
                seen.accept(AsBlock.attributeAsBlock(situation.code(), inner));
                return;
            }
            String synonym = shape.blockSynonyms().get(lower.replace("-", "_"));
            Optional<String> meant = synonym != null ? Optional.of(synonym) : Nearest.to(type, shape.blocks());
            if (meant.isEmpty() || hasBlock(meant.get())) {
                Optional<String> argument = Nearest.to(type, shape.maps());
                if (meant.isEmpty() && argument.isPresent()) {
                    seen.accept(AsBlock.attributeAsBlock(situation.code(), inner));
                } else {
                    seen.accept(unknown(inner.typeRange(), type, surgery().delete(inner)));
                }
                return;
            }
            List<SourceEdit> edits = new ArrayList<>();
            edits.add(surgery().replace(inner.typeRange(), meant.get()));
            String main = shape.nested().getOrDefault(meant.get(), "");
            boolean renamed = !main.isEmpty() && renameInner(inner, main, edits);
            seen.accept(Sighting.of("block-typo")
                    .at(inner.typeRange())
                    .with("found", type)
                    .with("wanted", meant.get())
                    .with("inner", renamed ? main : "")
                    .with("block", kind())
                    .fix(surgery().done(edits)));
        }

        private boolean renameInner(Block inner, String main, List<SourceEdit> edits) {
            List<Argument> arguments = inner.body().arguments();
            if (arguments.size() != 1 || arguments.get(0).name().equals(main)) {
                return false;
            }
            edits.add(surgery().replace(arguments.get(0).nameRange(), main));
            return true;
        }
    }

    /** Whether an expression is an object, or a list of one. */
    static boolean isObject(Expression value) {
        return value instanceof Expression.ObjectCons
                || (value instanceof Expression.Tuple tuple
                        && tuple.items().size() == 1
                        && tuple.items().get(0) instanceof Expression.ObjectCons);
    }
}
