package dev.plumbline.authoring.mutation;

import dev.plumbline.authoring.mutation.Code.Placed;
import dev.plumbline.cloud.OutOfBand;
import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Expression;
import dev.plumbline.terraform.source.SourceRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Every literal of the solution made wrong: another region, another mode, a slip of the fingers, a number off by one. */
final class LiteralMutations {
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d");
    private static final List<String> REGIONS =
            List.of("us-east-1", "us-west-2", "eu-west-1", "us-east-2", "ap-southeast-2");
    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z_]+");

    private LiteralMutations() {}

    static List<Rewriting> of(Code code) {
        List<Rewriting> all = new ArrayList<>();
        for (Placed<Argument> argument : code.arguments()) {
            literals(argument.item().value(), argument.path(), argument.touches(), code, all);
        }
        alternatives(code, all);
        return all;
    }

    private static void literals(Expression value, String path, String touches, Code code, List<Rewriting> all) {
        if (value instanceof Expression.Template template && template.plainText() != null) {
            for (String other : otherTexts(template.plainText())) {
                add(code, value.range(), path, touches, "\"" + other + "\"", all);
            }
            add(code, value.range(), path, touches, "null", all);
            add(code, value.range(), path, touches, "var.undeclared", all);
            if (!template.plainText().isEmpty()) {
                add(code, value.range(), path, touches, template.plainText(), all);
            }
        } else if (value instanceof Expression.Literal literal) {
            otherLiterals(literal.value()).forEach(other -> add(code, value.range(), path, touches, other, all));
        } else if (value instanceof Expression.ObjectCons object) {
            for (Expression.Entry entry : object.entries()) {
                String key = code.at(entry.key().range());
                literals(entry.value(), path + "." + key, touches, code, all);
                add(code, entry.key().range(), path + "." + key, touches, key.toLowerCase(Locale.ROOT), all);
                add(code, entry.key().range(), path + "." + key, touches, key + "s", all);
                all.add(new Rewriting(
                        "drop/" + path + "." + key,
                        touches,
                        code.withoutLines(entry.value().range())));
            }
        } else if (value instanceof Expression.Tuple tuple) {
            for (int i = 0; i < tuple.items().size(); i++) {
                literals(tuple.items().get(i), path + "[" + i + "]", touches, code, all);
            }
        }
    }

    private static void add(
            Code code, SourceRange range, String path, String touches, String other, List<Rewriting> all) {
        if (!code.at(range).equals(other)) {
            all.add(new Rewriting("literal/" + path + "=" + other, touches, code.replaced(range, other)));
        }
    }

    private static Set<String> otherTexts(String text) {
        Set<String> others = new LinkedHashSet<>();
        if (REGION.matcher(text).matches()) {
            REGIONS.forEach(others::add);
            others.add(text + "a");
            others.add(text.toUpperCase(Locale.ROOT));
            others.add(text.replace("-", ""));
            others.add(text.replace('-', '_'));
        } else if (WORD.matcher(text).matches()) {
            others.add(text.toLowerCase(Locale.ROOT));
            others.add(text.replace('_', '-'));
            others.add(text.replace("_", ""));
            others.add(text.substring(0, text.length() - 1));
        } else {
            others.add(text.toUpperCase(Locale.ROOT));
            others.add(text.replace('-', '_'));
            others.add(text.replace("-", ""));
            others.add(text + "-2");
            others.add("my-" + text);
        }
        others.add(text.length() > 1 ? text.substring(0, text.length() - 1) : "x");
        others.add(swapped(text));
        others.add(text + " ");
        others.add(" " + text);
        others.add("");
        others.remove(text);
        return others;
    }

    /** Two letters in the middle exchanged, as fingers do. */
    private static String swapped(String text) {
        int middle = text.length() / 2;
        if (middle < 1 || text.charAt(middle) == text.charAt(middle - 1)) {
            return text + text.substring(text.length() > 0 ? text.length() - 1 : 0);
        }
        return text.substring(0, middle - 1)
                + text.charAt(middle)
                + text.charAt(middle - 1)
                + text.substring(middle + 1);
    }

    private static List<String> otherLiterals(@org.jspecify.annotations.Nullable Object value) {
        if (value instanceof Boolean truth) {
            return List.of(Boolean.toString(!truth), "null");
        }
        if (value instanceof BigDecimal number) {
            Set<String> others = new LinkedHashSet<>();
            others.add(number.add(BigDecimal.ONE).toPlainString());
            others.add(number.subtract(BigDecimal.ONE).toPlainString());
            others.add(number.multiply(BigDecimal.valueOf(2)).toPlainString());
            others.add(number.multiply(BigDecimal.TEN).toPlainString());
            others.add("0");
            others.add(number.negate().toPlainString());
            others.add("\"many\"");
            others.add("null");
            others.remove(number.toPlainString());
            return List.copyOf(others);
        }
        return List.of();
    }

    /** A value that the service takes as well, with what it wants beside it: where a wrong answer is a valid one. */
    private static void alternatives(Code code, List<Rewriting> all) {
        for (Placed<Block> resource : code.resources()) {
            Optional<OutOfBand> facts = OutOfBand.of(resource.item().label(0));
            if (facts.isEmpty()) {
                continue;
            }
            for (OutOfBand.Alternative other : facts.get().alternatives()) {
                code.arguments().stream()
                        .filter(argument -> argument.path().startsWith(resource.path() + ".")
                                && argument.touches().equals(other.attribute()))
                        .filter(argument ->
                                !code.at(argument.item().value().range()).equals("\"" + other.value() + "\""))
                        .findFirst()
                        .ifPresent(argument -> all.add(swapped(code, resource, argument, other)));
            }
        }
    }

    private static Rewriting swapped(
            Code code, Placed<Block> resource, Placed<Argument> argument, OutOfBand.Alternative other) {
        Code now = Code.of(code.file(), code.replaced(argument.item().value().range(), "\"" + other.value() + "\""));
        String prefix = resource.path() + ".";
        for (String name : other.without()) {
            Optional<Placed<Argument>> unwanted = now.arguments().stream()
                    .filter(one -> one.path().equals(prefix + name))
                    .findFirst();
            if (unwanted.isPresent()) {
                now = Code.of(now.file(), now.withoutLines(unwanted.get().item().range()));
            }
        }
        String text = now.text();
        for (Placed<Block> block : now.resources()) {
            if (block.path().equals(resource.path()) && !other.with().isEmpty()) {
                StringBuilder more = new StringBuilder();
                for (String line : other.with()) {
                    String name = line.substring(0, line.indexOf(' '));
                    if (block.item().body().argument(name).isEmpty()) {
                        more.append("\n  ").append(line);
                    }
                }
                text = now.inserted(Code.inside(block.item()), more.toString());
            }
        }
        return new Rewriting("swap/" + argument.path() + "=" + other.value(), argument.touches(), text);
    }
}
