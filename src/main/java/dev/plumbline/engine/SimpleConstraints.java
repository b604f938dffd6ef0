package dev.plumbline.engine;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Version constraints that can be judged without asking Terraform. What is not plain (pre-releases, {@code ~> 5},
 * {@code = 5.1}) is left to it.
 */
final class SimpleConstraints {
    private static final Pattern PLAIN = Pattern.compile("(=|!=|>=|<=|>|<|~>)?\\s*(\\d{1,9}(?:\\.\\d{1,9}){0,2})");
    private static final int FULL = 3;

    private SimpleConstraints() {}

    /** Whether a version meets all of them for certain. */
    static boolean surelyMet(String version, List<String> constraints) {
        Matcher plain = PLAIN.matcher(version);
        return plain.matches()
                && parts(version).length == FULL
                && constraints.stream()
                        .flatMap(all -> Arrays.stream(all.split(",", -1)))
                        .allMatch(one -> met(parts(version), one.strip()));
    }

    /** Whether one of them names the version itself, so that no newer one could be meant. */
    static boolean pinned(String version, List<String> constraints) {
        return constraints.stream()
                .anyMatch(one -> one.replaceFirst("^=\\s*", "").equals(version));
    }

    private static boolean met(int[] version, String constraint) {
        Matcher plain = PLAIN.matcher(constraint);
        if (!plain.matches()) {
            return false;
        }
        String operator = plain.group(1) == null ? "=" : plain.group(1);
        int[] named = parts(plain.group(2));
        boolean full = named.length == FULL;
        int order = Arrays.compare(version, Arrays.copyOf(named, FULL));
        return switch (operator) {
            case ">=" -> order >= 0;
            case "<" -> order < 0;
            case "=" -> full && order == 0;
            case "!=" -> full && order != 0;
            case ">" -> full && order > 0;
            case "<=" -> full && order <= 0;
            // The last part named may grow, those before it not.
            default ->
                named.length > 1
                        && order >= 0
                        && Arrays.equals(version, 0, named.length - 1, named, 0, named.length - 1);
        };
    }

    private static int[] parts(String version) {
        return Arrays.stream(version.split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
