package dev.plumbline.coaching;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.lab.Nearest;
import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Expression;
import dev.plumbline.terraform.source.SourceEdit;
import dev.plumbline.terraform.source.SourceFile;
import dev.plumbline.terraform.source.Value;
import dev.plumbline.terraform.source.Walk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * References whose name is a slip of one that is there: {@code var.Region} for {@code var.region}, {@code each.val} for
 * {@code each.value}, a label with a letter too few. Looks at what is written, so that it also sees what only Terraform
 * could evaluate. The same slip is mended wherever it was made.
 */
final class Misnamed implements Recogniser {
    /** What Terraform gives these names; anything else behind them is refused. */
    private static final Map<String, Set<String>> FIXED =
            Map.of("each", Set.of("key", "value"), "count", Set.of("index"), "path", Set.of("module", "root", "cwd"));

    @Override
    public void look(Situation situation, Consumer<Sighting> seen) {
        Declared declared = Declared.of(situation.code());
        Map<String, Slip> slips = new LinkedHashMap<>();
        for (SourceFile file : situation.code().files()) {
            for (Block block : file.body().blocks()) {
                if (Set.of("moved", "import", "removed", "terraform", "variable")
                        .contains(block.type())) {
                    continue; // addresses that need not be declared, and what may name nothing
                }
                in(situation, declared, block, slips);
            }
        }
        slips.values().stream()
                .filter(slip -> isLikely(situation, slip))
                .forEach(slip -> seen.accept(sighting(situation, slip)));
    }

    /** One misspelt address: as written, as it should be, and each place it is written at. */
    private record Slip(String written, String right, Argument first, String wanted, List<Expression> places) {}

    private static void in(Situation situation, Declared declared, Block block, Map<String, Slip> slips) {
        for (Argument argument : block.body().arguments()) {
            boolean noValue = argument.name().equals("provider")
                    || argument.name().equals("providers")
                    || block.type().equals("lifecycle");
            if (!noValue) {
                Walk.each(argument.value(), part -> declared.slip(part).ifPresent(right -> {
                    Slip slip = slips.computeIfAbsent(
                            Declared.address(part),
                            written -> new Slip(
                                    written, right, argument, wanted(situation, block, argument), new ArrayList<>()));
                    slip.places().add(part);
                }));
            }
        }
        block.body().blocks().forEach(inner -> in(situation, declared, inner, slips));
    }

    /** What the lab wants of an argument that is nothing but a reference. */
    private static String wanted(Situation situation, Block block, Argument argument) {
        return ValueFix.isReference(argument.value()) ? situation.wantedText(block, argument.name()) : "";
    }

    /** A name that is only similar is not taken where its value would be another one than the lab wants. */
    private static boolean isLikely(Situation situation, Slip slip) {
        if (slip.wanted().isEmpty() || plain(slip.written()).equals(plain(slip.right()))) {
            return true;
        }
        Expression place = slip.places().get(0);
        Optional<Value> value =
                place instanceof Expression.Attribute attribute && attribute.target() instanceof Expression.Name root
                        ? Optional.of(situation.meaning().reference(root.name(), afterDot(slip.right()), attribute))
                        : Optional.empty();
        return value.flatMap(Value::text).map(slip.wanted()::equals).orElse(true);
    }

    private static Sighting sighting(Situation situation, Slip slip) {
        Map<String, List<SourceEdit>> edits = new LinkedHashMap<>();
        for (Expression place : slip.places()) {
            edits.computeIfAbsent(place.range().file(), file -> new ArrayList<>())
                    .add(new SourceEdit(place.range(), slip.right()));
        }
        List<Diagnosis.Edit> all = new ArrayList<>();
        edits.forEach((file, some) -> all.addAll(situation.code().surgery(file).done(some)));
        String id =
                switch (slip.written().replaceFirst("\\..*", "")) {
                    case "var" -> "undeclared-variable";
                    case "local" -> "undeclared-local";
                    default -> "wrong-reference";
                };
        return Sighting.of(id)
                .at(slip.places().get(0).range())
                .with("name", afterDot(slip.written()))
                .with("found", slip.written())
                .with("near", slip.right())
                .with("capitals", slip.written().equalsIgnoreCase(slip.right()))
                .fix(all);
    }

    private static String afterDot(String address) {
        return address.substring(address.indexOf('.') + 1);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
    }

    /** The addresses that the code declares; those of resources and data sources with their types. */
    private record Declared(Set<String> variables, Set<String> locals, Set<String> modules, Set<String> addresses) {
        static Declared of(Code code) {
            Declared names = new Declared(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
            for (SourceFile file : code.files()) {
                for (Block block : file.body().blocks()) {
                    switch (block.type()) {
                        case "variable" -> names.variables.add(block.label(0));
                        case "module" -> names.modules.add(block.label(0));
                        case "resource" -> names.addresses.add(block.label(0) + "." + block.label(1));
                        case "data", "ephemeral" ->
                            names.addresses.add(block.type() + "." + block.label(0) + "." + block.label(1));
                        case "locals" ->
                            block.body().arguments().forEach(argument -> names.locals.add(argument.name()));
                        default -> {
                            // declares nothing that is referred to
                        }
                    }
                }
            }
            return names;
        }

        /** What a part of an expression should say, if it is an address that is nearly one of these. */
        Optional<String> slip(Expression part) {
            if (!(part instanceof Expression.Attribute attribute)) {
                return Optional.empty();
            }
            if (attribute.target() instanceof Expression.Name root) {
                String name = attribute.name();
                Set<String> known =
                        switch (root.name()) {
                            case "var" -> variables;
                            case "local" -> locals;
                            case "module" -> modules;
                            default -> FIXED.getOrDefault(root.name(), Set.of());
                        };
                if (!known.isEmpty()) {
                    return known.contains(name)
                            ? Optional.empty()
                            : Nearest.to(name, known)
                                    .or(() -> begun(root.name(), name))
                                    .map(right -> root.name() + "." + right);
                }
                return root.name().indexOf('_') > 0 ? near(root.name() + "." + name, 2) : Optional.empty();
            }
            return attribute.target() instanceof Expression.Attribute type
                            && type.target() instanceof Expression.Name root
                            && (root.name().equals("data") || root.name().equals("ephemeral"))
                    ? near(address(part), 3)
                    : Optional.empty();
        }

        /** {@code each.val}: the beginning of one of Terraform's own names. */
        private static Optional<String> begun(String root, String name) {
            return FIXED.getOrDefault(root, Set.of()).stream()
                    .filter(each -> each.startsWith(name))
                    .findFirst();
        }

        /** The nearest declared address: each of its words near for itself, and not the same in all. */
        private Optional<String> near(String address, int words) {
            List<String> alike = addresses.stream()
                    .filter(each ->
                            each.split("\\.").length == words && isNear(address.split("\\."), each.split("\\.")))
                    .toList();
            return addresses.contains(address) ? Optional.empty() : Nearest.to(address, alike);
        }

        private static boolean isNear(String[] some, String[] others) {
            for (int i = 0; i < some.length; i++) {
                if (Nearest.to(some[i], List.of(others[i])).isEmpty()) {
                    return false;
                }
            }
            return true;
        }

        static String address(Expression part) {
            return part instanceof Expression.Attribute attribute
                    ? address(attribute.target()) + "." + attribute.name()
                    : part instanceof Expression.Name name ? name.name() : "";
        }
    }
}
