package dev.plumbline.coaching;

import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Expression;
import dev.plumbline.terraform.source.SourceEdit;
import dev.plumbline.terraform.source.SourceFile;
import dev.plumbline.terraform.source.SourceRange;
import dev.plumbline.terraform.source.Value;
import dev.plumbline.terraform.source.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** References that lead nowhere: bare words, undeclared variables and locals, other labels, the resource itself. */
final class References implements Recogniser {
    @Override
    public void look(Situation situation, Consumer<Sighting> seen) {
        Set<String> told = new HashSet<>();
        for (SourceFile file : situation.code().files()) {
            for (Block block : file.body().blocks()) {
                if (Set.of("moved", "import", "removed", "terraform", "variable")
                        .contains(block.type())) {
                    continue;
                }
                for (Block holder : withInner(block)) {
                    for (Argument argument : holder.body().arguments()) {
                        if (!isStatic(holder, argument)) {
                            look(situation, block, holder, argument, told, seen);
                        }
                    }
                }
            }
        }
    }

    private static List<Block> withInner(Block block) {
        java.util.ArrayList<Block> all = new java.util.ArrayList<>();
        all.add(block);
        block.body().blocks().forEach(inner -> all.addAll(withInner(inner)));
        return all;
    }

    /** Arguments whose words are no values: provider = aws.east, depends_on, ignore_changes. */
    private static boolean isStatic(Block holder, Argument argument) {
        return Set.of("provider", "providers", "depends_on").contains(argument.name())
                || holder.type().equals("lifecycle")
                || holder.type().equals("provisioner")
                || holder.type().equals("connection");
    }

    private static void look(
            Situation situation,
            Block top,
            Block holder,
            Argument argument,
            Set<String> told,
            Consumer<Sighting> seen) {
        if (refersToItself(top, argument) && told.add("itself " + top.label(1))) {
            String wanted = situation.wantedText(holder, argument.name());
            Surgery surgery = situation.code().surgery(argument.range());
            seen.accept(Sighting.of("self-reference")
                    .at(argument.range())
                    .fix(surgery.done(
                            wanted.isEmpty()
                                    ? surgery.delete(argument)
                                    : surgery.replace(argument.value().range(), Surgery.quoted(wanted)))));
            return;
        }
        Value value = situation.meaning().valueIn(top, argument.value());
        if (!(value instanceof Value.Unknown unknown)) {
            inside(situation, argument, value, told, seen);
            return;
        }
        report(situation, holder, argument, unknown, told, seen);
    }

    /** Whether an argument names the resource it is in; Terraform refuses that at plan. */
    private static boolean refersToItself(Block top, Argument argument) {
        return top.type().equals("resource")
                && !top.label(1).isEmpty()
                && Walk.find(
                                argument.value(),
                                e -> e instanceof Expression.Attribute attribute
                                        && attribute.name().equals(top.label(1))
                                        && attribute.target() instanceof Expression.Name type
                                        && type.name().equals(top.label(0)))
                        .isPresent();
    }

    /** Unknown elements of a list or map. */
    private static void inside(
            Situation situation, Argument argument, Value value, Set<String> told, Consumer<Sighting> seen) {
        if (value instanceof Value.Known known && known.data() instanceof java.util.Map<?, ?> map) {
            for (Object element : map.values()) {
                if (element instanceof Value.Unknown unknown) {
                    report(situation, null, argument, unknown, told, seen);
                }
            }
        }
    }

    private static void report(
            Situation situation,
            @org.jspecify.annotations.Nullable Block holder,
            Argument argument,
            Value.Unknown unknown,
            Set<String> told,
            Consumer<Sighting> seen) {
        SourceRange at = unknown.via().get(unknown.via().size() - 1);
        String wanted = holder == null ? "" : situation.wantedText(holder, argument.name());
        Surgery surgery = situation.code().surgery(argument.range());
        SourceEdit literal = surgery.replace(argument.value().range(), Surgery.quoted(wanted));
        String subject = unknown.subject().replaceFirst("^(var|local)\\.", "");
        String key = unknown.reason() + " " + subject;
        switch (unknown.reason()) {
            case BARE_WORD -> {
                Optional<Expression> whole = Optional.of(argument.value()).filter(References::isWords);
                SourceRange range = whole.map(Expression::range).orElse(at);
                String words = situation.code().written(range).strip();
                if (words.matches("[\\w.<>@-][\\w .<>@/-]*") && told.add(key + range)) {
                    seen.accept(Sighting.of("unquoted-string")
                            .at(range)
                            .with("found", words)
                            .with("wanted", words)
                            .fix(surgery.done(surgery.replace(range, Surgery.quoted(words)))));
                }
            }
            case VARIABLE_NOT_DECLARED -> {
                if (told.add(key)) {
                    seen.accept(Sighting.of("undeclared-variable")
                            .at(argument.value().range())
                            .with("name", subject)
                            .with("wanted", wanted)
                            .fix(wanted.isEmpty() ? List.of() : surgery.done(literal)));
                }
            }
            case LOCAL_NOT_DECLARED -> {
                if (told.add(key)) {
                    seen.accept(Sighting.of("undeclared-local")
                            .at(argument.value().range())
                            .with("name", subject)
                            .with("wanted", wanted)
                            .fix(wanted.isEmpty() ? List.of() : surgery.done(literal)));
                }
            }
            case VARIABLE_WITHOUT_VALUE -> {
                if (told.add(key)) {
                    withoutValue(situation, subject, wanted, seen);
                }
            }
            case CYCLE -> {
                Optional<Sighting> ring = Cycles.through(situation, twoWords(unknown.subject()));
                if (ring.isPresent() && told.add(key)) {
                    seen.accept(ring.get());
                } else if (told.add(key) && holder != null) {
                    seen.accept(Sighting.of("self-reference")
                            .at(argument.range())
                            .fix(wanted.isEmpty() ? List.of() : surgery.done(literal)));
                }
            }
            case RESOURCE_NOT_DECLARED -> {
                if (told.add(key) && !misspeltRoot(situation, holder, argument, unknown, seen)) {
                    wrongReference(situation, argument, unknown, seen);
                }
            }
            default -> {
                // Known to Terraform only, or told by its own message.
            }
        }
    }

    /** {@code local.name}, or type and label: an address without what comes behind it. */
    private static String twoWords(String address) {
        return address.replaceFirst("^([^.]+\\.[^.\\[]+).*", "$1");
    }

    /** {@code datacenter-stream}, {@code us-east-1}: words and numbers with minus signs between them. */
    private static boolean isWords(Expression expression) {
        if (expression instanceof Expression.Binary binary) {
            return (binary.operator().equals("-") || binary.operator().equals("/"))
                    && isWords(binary.left())
                    && isWords(binary.right());
        }
        return expression instanceof Expression.Name
                || (expression instanceof Expression.Literal literal && literal.value() instanceof Number)
                || (expression instanceof Expression.Attribute attribute && isWords(attribute.target()));
    }

    private static void withoutValue(Situation situation, String name, String wanted, Consumer<Sighting> seen) {
        for (Block variable : situation.code().blocks("variable")) {
            if (variable.label(0).equals(name)) {
                Surgery surgery = situation.code().surgery(variable.range());
                String value = wanted.isEmpty() ? "" : Surgery.quoted(wanted);
                seen.accept(Sighting.of("variable-without-value")
                        .at(variable.range())
                        .with("name", name)
                        .with("wanted", value.isEmpty() ? "…" : value)
                        .fix(
                                value.isEmpty()
                                        ? List.of()
                                        : surgery.done(surgery.addArgument(variable, "default = " + value))));
                return;
            }
        }
    }

    /** What Terraform says of a variable that the source does not miss: one that nothing uses can go. */
    static Sighting withoutValue(Situation situation, Sighting told) {
        String name = String.valueOf(told.variables().getOrDefault("name", ""));
        boolean used = situation.code().files().stream()
                .flatMap(file -> file.body().blocks().stream())
                .flatMap(block -> Code.allArguments(block).stream())
                .anyMatch(argument -> Walk.find(argument.value(), part -> isVariable(part, name))
                        .isPresent());
        Optional<Block> variable = situation.code().blocks("variable").stream()
                .filter(block -> block.label(0).equals(name))
                .findFirst();
        if (used || variable.isEmpty()) {
            return told;
        }
        Surgery surgery = situation.code().surgery(variable.get().range());
        return told.with("unused", true).fix(surgery.done(surgery.delete(variable.get())));
    }

    private static boolean isVariable(Expression part, String name) {
        return part instanceof Expression.Attribute attribute
                && attribute.name().equals(name)
                && attribute.target() instanceof Expression.Name root
                && root.name().equals("var");
    }

    /** {@code locals.x}, {@code vars.x}, {@code variable.x}: the word before the dot is the block's, not the reference's. */
    private static boolean misspeltRoot(
            Situation situation,
            @org.jspecify.annotations.Nullable Block holder,
            Argument argument,
            Value.Unknown unknown,
            Consumer<Sighting> seen) {
        String root = unknown.subject().replaceFirst("\\..*", "");
        boolean local = Set.of("locals", "loc").contains(root);
        if (!local && !Set.of("vars", "variable", "variables", "Var", "VAR").contains(root)) {
            return false;
        }
        String name = unknown.subject().substring(root.length() + 1);
        String right = (local ? "local." : "var.") + name;
        boolean declared = local
                ? situation.code().blocks("locals").stream()
                        .anyMatch(b -> b.body().argument(name).isPresent())
                : situation.code().blocks("variable").stream()
                        .anyMatch(b -> b.label(0).equals(name));
        String wanted = holder == null ? "" : situation.wantedText(holder, argument.name());
        Surgery surgery = situation.code().surgery(argument.range());
        String written = situation.code().written(argument.value().range());
        String mended = declared ? written.replace(unknown.subject(), right) : Surgery.quoted(wanted);
        seen.accept(Sighting.of(local ? "undeclared-local" : "undeclared-variable")
                .at(argument.value().range())
                .with("name", name)
                .with("found", unknown.subject())
                .with("right", declared ? right : "")
                .with("wanted", declared ? "" : wanted)
                .fix(
                        declared || !wanted.isEmpty()
                                ? surgery.done(surgery.replace(argument.value().range(), mended))
                                : List.of()));
        return true;
    }

    private static void wrongReference(
            Situation situation, Argument argument, Value.Unknown unknown, Consumer<Sighting> seen) {
        Block subject = situation.subject();
        String type = situation.wanted().type();
        String written = situation.code().written(argument.value().range());
        Surgery surgery = situation.code().surgery(argument.range());
        String right = subject == null ? "" : type + "." + subject.label(1);
        String missing = unknown.subject();
        String mended = missing.startsWith(type + ".") && !right.isEmpty()
                ? written.replaceFirst(
                        java.util.regex.Pattern.quote(type) + "\\.[\\w-]+",
                        java.util.regex.Matcher.quoteReplacement(right))
                : written;
        seen.accept(Sighting.of("wrong-reference")
                .at(argument.value().range())
                .with("found", missing.isEmpty() ? written : missing)
                .with("wanted", mended.equals(written) ? "" : right)
                .fix(
                        mended.equals(written)
                                ? List.of()
                                : surgery.done(surgery.replace(argument.value().range(), mended))));
    }
}
