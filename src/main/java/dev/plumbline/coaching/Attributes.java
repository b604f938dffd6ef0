package dev.plumbline.coaching;

import dev.plumbline.grading.Status;
import dev.plumbline.lab.Check;
import dev.plumbline.terraform.Values;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.SourceEdit;
import dev.plumbline.terraform.source.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Whatever else the lab asks of the subject, besides its name and capacity mode. */
final class Attributes implements Recogniser {
    @Override
    public void look(Situation situation, Consumer<Sighting> seen) {
        Block subject = situation.subject();
        if (subject == null) {
            return;
        }
        boolean kinesis = situation.wanted().type().equals("aws_kinesis_stream");
        situation.wanted().attributes().forEach((path, wanted) -> {
            boolean told = kinesis && path.equals(Wanted.MODE);
            if (!told && !situation.meaning().satisfies(subject, path, wanted)) {
                one(situation, subject, path, wanted, seen);
            }
        });
    }

    private static void one(Situation situation, Block subject, String path, Object wanted, Consumer<Sighting> seen) {
        Optional<Value> found = situation.meaning().find(subject, path);
        Surgery surgery = situation.code().surgery(subject.range());
        boolean nothing = found.isEmpty() || found.get().isNull();
        if (!nothing && found.get() instanceof Value.Unknown) {
            return; // a reference that is told elsewhere, or known to Terraform only
        }
        if (nothing && (isSupplied(situation, path) || isPlanned(situation, subject, path, wanted))) {
            return;
        }
        String name = path;
        Sighting sighting = Sighting.of(nothing ? "attribute-missing" : "attribute-wrong")
                .with("name", name)
                .with("wanted", Blueprint.inline(wanted));
        if (nothing) {
            seen.accept(sighting.at(subject.range()).fix(surgery.done(add(subject, surgery, path, wanted))));
        } else {
            Value value = found.get();
            Object whole = wanted;
            if (wanted instanceof Map<?, ?> entries
                    && value instanceof Value.Known known
                    && known.data() instanceof Map<?, ?> there) {
                java.util.Map<String, Object> merged = new java.util.LinkedHashMap<>();
                there.forEach((k, v) -> merged.put(String.valueOf(k), v == null ? "" : v));
                entries.forEach((k, v) -> merged.put(String.valueOf(k), String.valueOf(v)));
                boolean plain = merged.values().stream()
                        .allMatch(v -> v instanceof String || v instanceof Number || v instanceof Boolean);
                if (!plain) {
                    seen.accept(sighting.at(value.via().get(0)));
                    return;
                }
                whole = merged;
            }
            seen.accept(sighting.at(ValueFix.place(situation, value))
                    .with("found", shown(value))
                    .fix(ValueFix.set(situation, value, whole)));
        }
    }

    private static String shown(Value value) {
        Object data = value instanceof Value.Known known ? known.data() : null;
        if (data instanceof Map<?, ?> || data instanceof List<?>) {
            return Blueprint.inline(data);
        }
        boolean text = data instanceof String;
        return value.text().map(v -> text ? Surgery.quoted(v) : v).orElse("something else");
    }

    /** Whether the lab takes a default for it, of the provider or of its default_tags, and there is one that is right. */
    private static boolean isSupplied(Situation situation, String path) {
        return situation.lab().requirements().stream()
                .filter(requirement -> requirement.check() instanceof Check.Attribute asked
                        && asked.written() == Check.Written.OPTIONAL
                        && (asked.attribute().equals(path) || asked.attribute().equals(path + "_all")))
                .anyMatch(requirement -> situation.report().requirements().stream()
                        .noneMatch(result -> result.id().equals(requirement.id()) && result.status() == Status.UNMET));
    }

    /** Whether the lab takes a default for it, and the plan would bring it about: what is live is another matter. */
    private static boolean isPlanned(Situation situation, Block subject, String path, Object wanted) {
        boolean optional = situation.lab().requirements().stream()
                .anyMatch(r -> r.check() instanceof Check.Attribute asked
                        && asked.written() == Check.Written.OPTIONAL
                        && asked.attribute().equals(path));
        String address = situation.wanted().type() + "." + subject.label(1);
        return optional
                && situation.plan().stream()
                        .flatMap(plan -> plan.changes().stream())
                        .filter(change -> change.address().startsWith(address))
                        .map(change -> Values.at(change.after(), path))
                        .anyMatch(value -> value != null && Meaning.same(value.toString(), wanted.toString()));
    }

    private static List<SourceEdit> add(Block subject, Surgery surgery, String path, Object wanted) {
        int dot = path.indexOf('.');
        if (path.startsWith("tags.")) {
            return subject.body().argument("tags").isPresent()
                    ? List.of()
                    : List.of(surgery.addLast(
                            subject,
                            "tags = {\n  " + path.substring(5) + " = " + Blueprint.expression(wanted) + "\n}"));
        }
        if (dot < 0) {
            return List.of(
                    wanted instanceof Map<?, ?>
                            ? surgery.addLast(subject, path + " = " + Blueprint.expression(wanted))
                            : surgery.addArgument(subject, path + " = " + Blueprint.expression(wanted)));
        }
        List<Block> nested = subject.body().blocks(path.substring(0, dot));
        return List.of(
                nested.isEmpty()
                        ? surgery.addLast(subject, Blueprint.nestedBlock(path, wanted))
                        : surgery.addFirst(
                                nested.get(0), path.substring(dot + 1) + " = " + Blueprint.expression(wanted)));
    }
}
