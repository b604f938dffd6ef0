package dev.plumbline.coaching;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.terraform.Diagnostic;
import dev.plumbline.terraform.StateFile;
import dev.plumbline.terraform.Values;
import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Expression;
import dev.plumbline.terraform.source.SourceEdit;
import dev.plumbline.terraform.source.SourceRange;
import dev.plumbline.terraform.source.Value;
import dev.plumbline.terraform.source.Walk;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Arguments that are allowed and go wrong: values of the wrong kind, encryption, metrics, lifecycle, provisioners. */
final class Options implements Recogniser {
    private static final Set<String> RESTLESS = Set.of("timestamp", "uuid", "plantimestamp", "bcrypt");

    @Override
    public void look(Situation situation, Consumer<Sighting> seen) {
        for (Block block : situation.subjects()) {
            situation.catalogue().shape(block.label(0)).ifPresent(shape -> kinds(situation, shape, block, seen));
            kms(situation, block, seen);
            metrics(situation, block, seen);
            restless(situation, block, seen);
            ignored(situation, block, seen);
            provisioner(situation, block, seen);
            preventDestroy(situation, block, seen);
        }
        for (Block provider : situation.code().blocks("provider")) {
            restless(situation, provider, seen);
        }
    }

    private static void kinds(Situation situation, Shape shape, Block block, Consumer<Sighting> seen) {
        for (Argument argument : block.body().arguments()) {
            Value value = situation.meaning().valueIn(block, argument.value());
            if (!(value instanceof Value.Known known) || known.data() == null) {
                continue;
            }
            Object data = known.data();
            String wanted = "";
            if (shape.numbers().contains(argument.name()) && number(data) == null) {
                wanted = "a number";
            } else if (shape.booleans().contains(argument.name()) && !isTruth(data)) {
                wanted = "true or false";
            } else if (shape.maps().contains(argument.name()) && !(data instanceof java.util.Map<?, ?>)) {
                wanted = "a map, { … }";
            } else if (shape.lists().contains(argument.name()) && !(data instanceof List<?>)) {
                wanted = "a list, [ … ]";
            } else if (shape.required().contains(argument.name())
                    && (data instanceof List<?> || data instanceof java.util.Map<?, ?>)) {
                wanted = "a text in quotes";
            }
            Object right = situation.wanted().attributes().get(argument.name());
            if (argument.name().equals(situation.wanted().identity())) {
                right = situation.wanted().name();
            }
            Surgery surgery = situation.code().surgery(block.range());
            SourceEdit edit = right == null
                    ? surgery.delete(argument)
                    : surgery.replaceIndented(argument.value().range(), Blueprint.expression(right));
            if (!wanted.isEmpty()) {
                seen.accept(Sighting.of("wrong-value-type")
                        .at(argument.value().range())
                        .with("name", argument.name())
                        .with("wanted", wanted)
                        .with("found", situation.code().written(argument.value().range()))
                        .with("value", right == null ? "" : Blueprint.inline(right))
                        .fix(surgery.done(edit)));
            } else if (argument.name().equals("retention_period")) {
                retention(argument, data, right, surgery.done(edit), seen);
            }
        }
    }

    private static void retention(
            Argument argument,
            Object data,
            @org.jspecify.annotations.Nullable Object right,
            List<Diagnosis.Edit> edits,
            Consumer<Sighting> seen) {
        BigDecimal hours = number(data);
        if (hours != null && (hours.intValue() < 24 || hours.intValue() > 8760)) {
            seen.accept(Sighting.of("retention-out-of-range")
                    .at(argument.value().range())
                    .with("name", argument.name())
                    .with("found", hours.toPlainString())
                    .with("value", right == null ? "" : right.toString())
                    .fix(edits));
        }
    }

    private static @org.jspecify.annotations.Nullable BigDecimal number(Object data) {
        try {
            return data instanceof Boolean ? null : new BigDecimal(data.toString());
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static boolean isTruth(Object data) {
        return data instanceof Boolean || data.equals("true") || data.equals("false");
    }

    private static void kms(Situation situation, Block block, Consumer<Sighting> seen) {
        Optional<Argument> type = block.body().argument("encryption_type");
        boolean on = type.flatMap(a -> situation.meaning().value(a.value()).text())
                .filter("KMS"::equals)
                .isPresent();
        if (on && block.body().argument("kms_key_id").isEmpty()) {
            Surgery surgery = situation.code().surgery(block.range());
            int at = type.get().range().endOffset();
            SourceRange end = type.get().range();
            String indent = " ".repeat(Math.max(0, end.startColumn() - 1));
            SourceRange behind =
                    new SourceRange(end.file(), end.endLine(), end.endColumn(), end.endLine(), end.endColumn(), at, at);
            seen.accept(Sighting.of("kms-without-key")
                    .at(type.get().range())
                    .fix(surgery.done(new SourceEdit(behind, "\n" + indent + "kms_key_id = \"alias/aws/kinesis\""))));
        }
    }

    private static void metrics(Situation situation, Block block, Consumer<Sighting> seen) {
        block.body().argument("shard_level_metrics").ifPresent(argument -> {
            boolean all = situation.meaning().value(argument.value()).elements().stream()
                    .anyMatch(v -> v.text().filter("ALL"::equals).isPresent());
            if (all) {
                Surgery surgery = situation.code().surgery(block.range());
                seen.accept(
                        Sighting.of("metrics-all").at(argument.range()).fix(surgery.done(surgery.delete(argument))));
            }
        });
    }

    private static void restless(Situation situation, Block block, Consumer<Sighting> seen) {
        if (ignores(situation, block, "tags")) {
            return;
        }
        for (Argument argument : Code.allArguments(block)) {
            Optional<Expression> call =
                    Walk.find(argument.value(), e -> e instanceof Expression.Call c && RESTLESS.contains(c.function()));
            if (call.isEmpty()) {
                continue;
            }
            Surgery surgery = situation.code().surgery(block.range());
            String wanted = situation.wantedText(block, argument.name());
            SourceEdit edit = wanted.isEmpty()
                    ? withoutEntry(argument, call.get(), surgery)
                    : surgery.replace(argument.value().range(), Surgery.quoted(wanted));
            seen.accept(Sighting.of("changes-every-plan")
                    .at(call.get().range())
                    .with("found", situation.code().written(call.get().range()))
                    .fix(surgery.done(edit)));
        }
    }

    /** The entry of the map that holds the call goes, or the whole argument where it is the only one. */
    private static SourceEdit withoutEntry(Argument argument, Expression call, Surgery surgery) {
        if (argument.value() instanceof Expression.ObjectCons object
                && object.entries().size() > 1) {
            for (Expression.Entry entry : object.entries()) {
                if (entry.value().range().encloses(call.range())) {
                    SourceRange key = entry.key().range();
                    SourceRange whole = key.through(entry.value().range());
                    return surgery.delete(new Argument("", key, entry.value(), whole, false));
                }
            }
        }
        return surgery.delete(argument);
    }

    private static boolean ignores(Situation situation, Block block, String attribute) {
        return block.body().blocks("lifecycle").stream()
                .flatMap(l -> l.body().argument("ignore_changes").stream())
                .map(a -> situation.code().written(a.value().range()))
                .anyMatch(w -> w.strip().equals("all") || w.matches("(?s).*\\b" + attribute + "\\b.*"));
    }

    /** ignore_changes over something that differs between file and state. */
    private static void ignored(Situation situation, Block block, Consumer<Sighting> seen) {
        for (Block lifecycle : block.body().blocks("lifecycle")) {
            Optional<Argument> ignore = lifecycle.body().argument("ignore_changes");
            if (ignore.isEmpty()) {
                continue;
            }
            List<String> paths = new ArrayList<>();
            paths.add(situation.wanted().identity());
            paths.addAll(situation.wanted().attributes().keySet());
            for (String path : paths) {
                String live = recorded(situation, block, path);
                String file = situation.meaning().text(block, path).orElse("");
                if (!live.isEmpty()
                        && !file.isEmpty()
                        && !live.equals(file)
                        && ignores(situation, block, path.replaceFirst("\\..*", ""))) {
                    Surgery surgery = situation.code().surgery(block.range());
                    boolean only = lifecycle.body().items().size() == 1;
                    seen.accept(Sighting.of("ignore-changes-hides-drift")
                            .at(ignore.get().range())
                            .with("name", path)
                            .with("found", live)
                            .with("wanted", file)
                            .fix(surgery.done(surgery.delete(only ? lifecycle : ignore.get()))));
                    return;
                }
            }
        }
    }

    /** What the state (after Terraform's own look at the cloud, where there is a plan) has for the block. */
    private static String recorded(Situation situation, Block block, String path) {
        String address = situation.wanted().type() + "." + block.label(1);
        Optional<String> refreshed = situation.plan().flatMap(p -> p.refreshed().stream()
                .filter(r -> r.address().startsWith(address))
                .findFirst()
                .map(r -> text(Values.at(r.values(), path))));
        return refreshed
                .filter(t -> !t.isEmpty())
                .orElseGet(() -> situation.state().managed(situation.wanted().type()).stream()
                        .filter(r -> r.address().startsWith(address))
                        .findFirst()
                        .map(StateFile.Resource::attributes)
                        .map(a -> text(Values.at(a, path)))
                        .orElse(""));
    }

    private static String text(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static void provisioner(Situation situation, Block block, Consumer<Sighting> seen) {
        String address = situation.wanted().type() + "." + block.label(1);
        boolean tainted = situation.state().managed(situation.wanted().type()).stream()
                .anyMatch(r -> r.tainted() && r.address().startsWith(address));
        List<Block> provisioners = block.body().blocks("provisioner");
        if (tainted && !provisioners.isEmpty()) {
            Surgery surgery = situation.code().surgery(block.range());
            seen.accept(Sighting.of("provisioner-failed-tainted")
                    .at(provisioners.get(0).range())
                    .with("address", address)
                    .fix(surgery.done(provisioners.stream().map(surgery::delete).toList())));
        }
    }

    private static void preventDestroy(Situation situation, Block block, Consumer<Sighting> seen) {
        boolean refused =
                situation.errors().stream().map(Diagnostic::summary).anyMatch("Instance cannot be destroyed"::equals);
        for (Block lifecycle : block.body().blocks("lifecycle")) {
            Optional<Argument> prevent = lifecycle.body().argument("prevent_destroy");
            if (refused && prevent.isPresent()) {
                Surgery surgery = situation.code().surgery(block.range());
                boolean only = lifecycle.body().items().size() == 1;
                seen.accept(Sighting.of("prevent-destroy")
                        .at(prevent.get().range())
                        .with(
                                "other",
                                recorded(situation, block, situation.wanted().identity())
                                                .equals(situation
                                                        .meaning()
                                                        .text(
                                                                block,
                                                                situation
                                                                        .wanted()
                                                                        .identity())
                                                        .orElse(""))
                                        ? ""
                                        : "the " + situation.wanted().identity())
                        .fix(
                                situation.wanted().preserved()
                                        ? List.of()
                                        : surgery.done(surgery.delete(only ? lifecycle : prevent.get()))));
            }
        }
    }
}
