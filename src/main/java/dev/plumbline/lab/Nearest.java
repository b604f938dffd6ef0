package dev.plumbline.lab;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The "did you mean" of every error message. */
public final class Nearest {
    private Nearest() {}

    /** The name that was most likely meant, if one is close enough to be worth saying. */
    public static Optional<String> to(String typed, Collection<String> names) {
        String wanted = fold(typed);
        String best = null;
        int least = Math.max(1, Math.min(wanted.length(), 12) / 3) + 1;
        for (String name : names) {
            int distance = distance(wanted, fold(name), least);
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    /** {@code did you mean 'x'?}, or the allowed names when none is near. */
    public static String hint(String typed, Collection<String> names) {
        return to(typed, names)
                .map(name -> "Did you mean '" + name + "'?")
                .orElseGet(() -> names.isEmpty()
                        ? ""
                        : "Known: " + String.join(", ", names.stream().sorted().toList()));
    }

    private static String fold(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.replace("-", "").replace("_", "").replace(" ", "");
    }

    /** Damerau's distance (a swap of neighbours is one edit), given up beyond the limit. */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least = Math.min(least, cost[i - 2][j - 2] + 1);
                }
                cost[i][j] = least;
            }
        }
        return cost[a.length()][b.length()];
    }
}
