package dev.plumbline.coaching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version constraint of Terraform's, such as {@code ~> 5.0, != 5.31.0}; see "Version Constraints" in its documentation. */
record VersionRule(List<Part> parts) {
    private static final Pattern PART =
            Pattern.compile("\\s*(=|!=|>=|<=|>|<|~>)?\\s*v?(\\d+(?:\\.\\d+){0,2})(-[0-9A-Za-z.-]+)?\\s*");

    record Part(String operator, List<Integer> version) {}

    /** Reads it; empty where Terraform would refuse it. */
    static Optional<VersionRule> of(String text) {
        List<Part> parts = new ArrayList<>();
        for (String each : text.split(",", -1)) {
            Matcher matcher = PART.matcher(each);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            String operator = matcher.group(1);
            parts.add(new Part(operator == null ? "=" : operator, numbers(matcher.group(2))));
        }
        return Optional.of(new VersionRule(parts));
    }

    /** Whether a version satisfies every part. */
    boolean admits(String version) {
        Matcher matcher = PART.matcher(version);
        if (!matcher.matches()) {
            return true; // no version we could compare: Terraform decides
        }
        List<Integer> actual = numbers(matcher.group(2));
        return parts.stream().allMatch(part -> admits(part, actual));
    }

    private static boolean admits(Part part, List<Integer> actual) {
        int order = compare(actual, part.version());
        return switch (part.operator()) {
            case "!=" -> order != 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case "~>" -> order >= 0 && sameUpToLast(part.version(), actual);
            default -> order == 0;
        };
    }

    /** {@code ~> 5.1} lets the last part written grow: below 6; {@code ~> 5.1.2} below 5.2. */
    private static boolean sameUpToLast(List<Integer> asked, List<Integer> actual) {
        for (int i = 0; i < asked.size() - 1; i++) {
            if (!asked.get(i).equals(at(actual, i))) {
                return false;
            }
        }
        return true;
    }

    private static int compare(List<Integer> left, List<Integer> right) {
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            int order = Integer.compare(at(left, i), at(right, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int at(List<Integer> numbers, int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }

    private static List<Integer> numbers(String dotted) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : dotted.split("\\.", -1)) {
            numbers.add(part.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(part));
        }
        return numbers;
    }
}
