package dev.plumbline.lab;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads what must hold of a value: one of a closed set of words beside the check's own keys. */
final class PredicateReader {
    static final List<String> WORDS =
            List.of("equals", "one_of", "matches", "exists", "at_least", "at_most", "contains");

    private final Filler filler;

    PredicateReader(Filler filler) {
        this.filler = filler;
    }

    Predicate read(YamlNode check) {
        List<String> used =
                WORDS.stream().filter(word -> check.find(word) != null).toList();
        boolean bounds = List.of("at_least", "at_most").containsAll(used);
        if (used.isEmpty() || (used.size() > 1 && !bounds)) {
            check.problem(
                    used.isEmpty() ? "nothing is expected of the value" : "more than one thing is expected: " + used,
                    used.isEmpty()
                            ? "Add one of " + String.join(", ", WORDS)
                            : "Keep one, or use 'all' with several checks");
            return new Predicate.Exists(true);
        }
        YamlNode value = check.find(used.get(0));
        if (value == null) {
            return new Predicate.Exists(true);
        }
        return switch (used.get(0)) {
            case "equals" -> new Predicate.Equals(filler.fillValue(value));
            case "one_of" -> oneOf(value);
            case "matches" -> new Predicate.Matches(regex(value));
            case "exists" -> new Predicate.Exists(check.truth("exists", true));
            case "contains" -> contains(value);
            default -> new Predicate.Between(bound(check.find("at_least")), bound(check.find("at_most")));
        };
    }

    private Predicate oneOf(YamlNode value) {
        if (value.isList() && value.list().isEmpty()) {
            value.problem("'one_of' names no value", "List the values that are right");
        }
        return new Predicate.OneOf(value.list().stream().map(filler::fillValue).toList());
    }

    private Predicate contains(YamlNode value) {
        if (!value.isMap()) {
            value.problem("expected a map, found " + value.describe(), "Write 'contains: {key: value}'");
            return new Predicate.Exists(true);
        }
        Map<?, ?> entries = (Map<?, ?>) filler.fillValue(value);
        java.util.LinkedHashMap<String, Object> typed = new java.util.LinkedHashMap<>();
        entries.forEach((key, wanted) -> typed.put(String.valueOf(key), wanted));
        return new Predicate.Contains(typed);
    }

    private String regex(YamlNode node) {
        String pattern = filler.fill(node);
        try {
            Pattern.compile(pattern);
            return pattern;
        } catch (PatternSyntaxException broken) {
            node.problem("not a regular expression: " + broken.getDescription(), "It has to match the whole value");
            return "";
        }
    }

    private @Nullable BigDecimal bound(@Nullable YamlNode node) {
        if (node == null) {
            return null;
        }
        try {
            return new BigDecimal(filler.fillValue(node).toString());
        } catch (NumberFormatException notANumber) {
            node.problem("expected a number, found " + node.describe(), "");
            return null;
        }
    }
}
