package dev.plumbline.coaching;

import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Expression;
import dev.plumbline.terraform.source.SourceRange;
import dev.plumbline.terraform.source.Value;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The region the subject's provider works in, and which provider block that is. */
final class Regions implements Recogniser {
    @Override
    public void look(Situation situation, Consumer<Sighting> seen) {
        Block subject = situation.subject();
        if (situation.wanted().region().isEmpty() || subject == null) {
            return;
        }
        List<Block> all = situation.code().blocks("provider").stream()
                .filter(b -> b.label(0).equals("aws"))
                .toList();
        Optional<Argument> asked = subject.body().argument("provider");
        String alias = asked.map(a -> alias(situation, a.value())).orElse("");
        if (asked.isPresent() && !alias.isEmpty()) {
            aliased(situation, asked.get(), alias, all, seen);
            return;
        }
        Optional<Block> plain = RegionFix.defaultProvider(situation);
        Optional<Value> region =
                plain.flatMap(b -> situation.meaning().find(b, "region")).filter(v -> !v.isNull());
        String code = region.flatMap(Value::text).orElse(null);
        if (region.isPresent() && code == null) {
            return; // a reference that is told elsewhere
        }
        Block other = rightAlias(situation, all);
        if (code == null || code.isEmpty()) {
            missing(situation, plain.orElse(null), other, all, seen);
        } else if (!code.equals(situation.wanted().region())) {
            if (other != null) {
                notUsed(situation, subject, other, code, seen);
            } else {
                wrong(situation, region.get(), code, seen);
            }
        }
    }

    /** {@code aws.east}, quoted or not. */
    private static String alias(Situation situation, Expression value) {
        String written =
                situation.code().written(value.range()).replace("\"", "").strip();
        return written.startsWith("aws.") ? written.substring(4) : "";
    }

    private static void aliased(
            Situation situation, Argument asked, String alias, List<Block> all, Consumer<Sighting> seen) {
        Surgery surgery = situation.code().surgery(asked.range());
        Optional<Block> block = all.stream()
                .filter(b -> situation
                        .meaning()
                        .text(b, "alias")
                        .filter(alias::equals)
                        .isPresent())
                .findFirst();
        Block right = rightAlias(situation, all);
        String other =
                right == null ? "" : situation.meaning().text(right, "alias").orElse("");
        boolean plainRight = RegionFix.defaultProvider(situation)
                .flatMap(b -> situation.meaning().text(b, "region"))
                .filter(situation.wanted().region()::equals)
                .isPresent();
        if (block.isEmpty()) {
            seen.accept(Sighting.of("alias-undefined")
                    .at(asked.range())
                    .with("name", alias)
                    .with("other", plainRight ? "" : other)
                    .fix(surgery.done(
                            plainRight || other.isEmpty()
                                    ? surgery.delete(asked)
                                    : surgery.replace(asked.value().range(), "aws." + other))));
            return;
        }
        Optional<Value> region = situation.meaning().find(block.get(), "region");
        String code = region.flatMap(Value::text).orElse("");
        if (region.isEmpty()) {
            Surgery of = situation.code().surgery(block.get().range());
            seen.accept(Sighting.of("region-missing")
                    .at(block.get().range())
                    .fix(of.done(of.addArgument(
                            block.get(),
                            "region = " + Surgery.quoted(situation.wanted().region())))));
        } else if (!code.isEmpty() && !code.equals(situation.wanted().region())) {
            if (!RegionCodes.isCode(code)) {
                wrong(situation, region.get(), code, seen);
                return;
            }
            String use = plainRight || other.isEmpty() ? "" : "aws." + other;
            boolean choice = plainRight || !use.isEmpty();
            seen.accept(leaving(situation, Sighting.of("alias-wrong-region"), code)
                    .at(asked.range())
                    .with("name", alias)
                    .with("found", code)
                    .with(
                            "other",
                            choice
                                    ? "Take the provider line out, or ask for the right one."
                                    : "Give that block the right region.")
                    .with(
                            "value",
                            choice ? use : Surgery.quoted(situation.wanted().region()))
                    .fix(
                            choice
                                    ? surgery.done(
                                            use.isEmpty()
                                                    ? surgery.delete(asked)
                                                    : surgery.replace(
                                                            asked.value().range(), use))
                                    : ValueFix.set(
                                            situation,
                                            region.get(),
                                            situation.wanted().region())));
        }
    }

    private static @Nullable Block rightAlias(Situation situation, List<Block> all) {
        return all.stream()
                .filter(b -> b.body().argument("alias").isPresent())
                .filter(b -> situation
                        .meaning()
                        .text(b, "region")
                        .filter(situation.wanted().region()::equals)
                        .isPresent())
                .findFirst()
                .orElse(null);
    }

    private static void missing(
            Situation situation,
            @Nullable Block plain,
            @Nullable Block alias,
            List<Block> all,
            Consumer<Sighting> seen) {
        if (alias != null) {
            Surgery surgery = situation.code().surgery(alias.range());
            Optional<Argument> line = alias.body().argument("alias");
            if (plain == null && line.isPresent()) {
                seen.accept(Sighting.of("alias-not-used")
                        .at(line.get().range())
                        .fix(surgery.done(surgery.delete(line.get()))));
                return;
            }
            Block subject = situation.subject();
            if (subject != null) {
                notUsed(situation, subject, alias, "", seen);
                return;
            }
        }
        String shell = situation.environment().getOrDefault("AWS_REGION", "");
        String name = "AWS_REGION";
        if (shell.isEmpty()) {
            shell = situation.environment().getOrDefault("AWS_DEFAULT_REGION", "");
            name = "AWS_DEFAULT_REGION";
        }
        if (shell.equals(situation.wanted().region())) {
            return; // works here; the report remarks on it
        }
        if (!shell.isEmpty()) {
            seen.accept(at(leaving(situation, Sighting.of("wrong-region-env"), shell), plain)
                    .with("name", name)
                    .with("found", shell)
                    .fix(RegionFix.set(situation)));
            return;
        }
        boolean unused = plain == null && !all.isEmpty();
        if (unused) {
            Block block = all.get(0);
            Surgery surgery = situation.code().surgery(block.range());
            Optional<Argument> line = block.body().argument("alias");
            seen.accept(Sighting.of("alias-not-used")
                    .at(block.range())
                    .fix(line.map(a -> surgery.done(surgery.delete(a))).orElse(List.of())));
            return;
        }
        seen.accept(at(Sighting.of("region-missing"), plain)
                .with("more", plain == null)
                .fix(RegionFix.set(situation)));
    }

    private static Sighting at(Sighting sighting, @Nullable Block block) {
        return block == null ? sighting : sighting.at(block.range());
    }

    private static void notUsed(Situation situation, Block subject, Block alias, String code, Consumer<Sighting> seen) {
        String name = situation.meaning().text(alias, "alias").orElse("");
        Surgery surgery = situation.code().surgery(subject.range());
        seen.accept(leaving(situation, Sighting.of("alias-not-used"), code)
                .at(subject.range())
                .with("found", code)
                .with("other", name)
                .fix(surgery.done(surgery.addFirst(subject, "provider = aws." + name))));
    }

    private static void wrong(Situation situation, Value value, String code, Consumer<Sighting> seen) {
        SourceRange at = ValueFix.place(situation, value);
        String id = !RegionCodes.isCode(code)
                ? "bad-region"
                : WorkspaceSnapshot.isValues(at.file()) ? "tfvars-overrides" : "wrong-region";
        seen.accept(leaving(situation, Sighting.of(id), code)
                .at(at)
                .with("found", code)
                .with(
                        "name",
                        situation
                                .code()
                                .argumentAt(at.file(), at.startLine())
                                .map(Argument::name)
                                .orElse("region"))
                .with("wanted", situation.wanted().region())
                .with("other", id.equals("bad-region") ? RegionCodes.remark(code) : "")
                .fix(ValueFix.set(situation, value, situation.wanted().region())));
    }

    /**
     * With where the subject lives that the state has, if that is not the wanted region: it has to go before the region
     * changes, and only while the code works in its region can Terraform do that.
     */
    private static Sighting leaving(Situation situation, Sighting sighting, String code) {
        String live = liveRegion(situation);
        boolean reached = !live.isEmpty() && live.equals(code);
        return sighting.with("live", live).with("reached", reached).with("command", reached ? "terraform destroy" : "");
    }

    private static String liveRegion(Situation situation) {
        return situation.state().managed(situation.wanted().type()).stream()
                .map(Live::region)
                .filter(r -> !r.isEmpty() && !r.equals(situation.wanted().region()))
                .findFirst()
                .orElse("");
    }
}
