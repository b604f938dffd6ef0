package dev.plumbline.lab;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of one value. Values are text, {@link BigDecimal}, {@link Boolean}, a list or a map of these; texts and
 * numbers that Terraform would convert into each other are equal ({@code "2"} and {@code 2}).
 */
public sealed interface Predicate {
    /** Whether the value satisfies it; a missing value ({@code null}) satisfies only {@code exists: false}. */
    boolean test(@Nullable Object value);

    /** What is expected, in words for the report. */
    String expected();

    /** Equal to one value. */
    record Equals(Object value) implements Predicate {
        @Override
        public boolean test(@Nullable Object other) {
            return other != null && same(value, other);
        }

        @Override
        public String expected() {
            return render(value);
        }
    }

    /** Equal to one of several. */
    record OneOf(List<Object> values) implements Predicate {
        public OneOf {
            values = List.copyOf(values);
        }

        @Override
        public boolean test(@Nullable Object other) {
            return other != null && values.stream().anyMatch(v -> same(v, other));
        }

        @Override
        public String expected() {
            return "one of "
                    + String.join(", ", values.stream().map(Predicate::render).toList());
        }
    }

    /** A text that the whole pattern matches. */
    record Matches(String regex) implements Predicate {
        @Override
        public boolean test(@Nullable Object other) {
            return other instanceof String text && Pattern.matches(regex, text);
        }

        @Override
        public String expected() {
            return "text like " + regex;
        }
    }

    /** There, or not there. */
    record Exists(boolean wanted) implements Predicate {
        @Override
        public boolean test(@Nullable Object other) {
            return wanted == (other != null);
        }

        @Override
        public String expected() {
            return wanted ? "present" : "absent";
        }
    }

    /** A number between two bounds, both included; an absent bound is open. */
    record Between(@Nullable BigDecimal least, @Nullable BigDecimal most) implements Predicate {
        @Override
        public boolean test(@Nullable Object other) {
            if (other == null) {
                return false;
            }
            try {
                BigDecimal number = new BigDecimal(other.toString());
                return (least == null || number.compareTo(least) >= 0) && (most == null || number.compareTo(most) <= 0);
            } catch (NumberFormatException notANumber) {
                return false;
            }
        }

        @Override
        public String expected() {
            if (least == null) {
                return "at most " + most;
            }
            return most == null ? "at least " + least : least + " to " + most;
        }
    }

    /** A map that holds these entries; further ones are free. */
    record Contains(Map<String, Object> entries) implements Predicate {
        public Contains {
            entries = Map.copyOf(entries);
        }

        @Override
        public boolean test(@Nullable Object other) {
            return other instanceof Map<?, ?> map
                    && entries.entrySet().stream().allMatch(e -> {
                        Object there = map.get(e.getKey());
                        return there != null && same(e.getValue(), there);
                    });
        }

        @Override
        public String expected() {
            return "with "
                    + String.join(
                            ", ",
                            entries.entrySet().stream()
                                    .sorted(Map.Entry.comparingByKey())
                                    .map(e -> e.getKey() + " = " + render(e.getValue()))
                                    .toList());
        }
    }

    private static boolean same(Object left, Object right) {
        if (left instanceof List<?> a && right instanceof List<?> b) {
            return a.size() == b.size()
                    && java.util.stream.IntStream.range(0, a.size()).allMatch(i -> same(a.get(i), b.get(i)));
        }
        if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
            return a.keySet().equals(b.keySet())
                    && a.entrySet().stream().allMatch(e -> {
                        Object other = b.get(e.getKey());
                        Object mine = e.getValue();
                        return mine != null && other != null && same(mine, other);
                    });
        }
        if (left instanceof Number || right instanceof Number) {
            try {
                return new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString())) == 0;
            } catch (NumberFormatException notANumber) {
                return false;
            }
        }
        return left.toString().equals(right.toString());
    }

    private static String render(Object value) {
        return value.toString();
    }
}
