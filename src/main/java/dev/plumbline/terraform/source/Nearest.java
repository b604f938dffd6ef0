package dev.plumbline.terraform.source;

import java.util.Collection;
import java.util.TreeSet;

/** The word that was most likely meant. */
final class Nearest {

    private Nearest() {}

    /** The nearest of some words, at most two slips away and not more than a third of it; else an empty text. */
    static String among(Collection<String> words, String typed) {
        String best = "";
        int least = Math.min(2, Math.max(1, typed.length() / 3)) + 1;
        for (String word : new TreeSet<>(words)) {
            int distance = typed.length() > 40 ? 99 : distance(word, typed);
            if (distance < least) {
                least = distance;
                best = word;
            }
        }
        return best;
    }

    /** Insertions, deletions, replacements and swaps of neighbours. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
                boolean swap =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swap) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
