package dev.plumbline.cohort;

import dev.plumbline.grading.Status;
import dev.plumbline.grading.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What came out of a run, for the person who has to go on with it: plain lines. */
public final class CohortSummary {
    private static final int MOST_MISTAKES = 8;
    private static final int MOST_NAMES = 20;

    private CohortSummary() {}

    /** The lines, over all results that are there. */
    public static List<String> lines(String lab, List<Row> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(lab + ": " + rows.size() + (rows.size() == 1 ? " submission" : " submissions"));
        lines.add("");
        for (Verdict verdict : Verdict.values()) {
            lines.add(String.format(Locale.ROOT, "  %4d  %s", count(rows, verdict), words(verdict)));
        }
        requirements(rows, lines);
        mistakes(rows, lines);
        names(rows, Verdict.NOT_GRADABLE, "Not gradable:", lines);
        names(rows, Verdict.COULD_NOT_GRADE, "To be looked at by hand:", lines);
        return lines;
    }

    private static String words(Verdict verdict) {
        return verdict.word().replace('-', ' ');
    }

    private static long count(List<Row> rows, Verdict verdict) {
        return rows.stream().filter(row -> row.verdict().equals(verdict.word())).count();
    }

    private static boolean isJudged(Row row) {
        return row.score() != null;
    }

    private static void requirements(List<Row> rows, List<String> lines) {
        long judged = rows.stream().filter(CohortSummary::isJudged).count();
        Map<String, String> titles = new LinkedHashMap<>();
        rows.forEach(row -> row.titles().forEach(titles::putIfAbsent));
        if (judged == 0) {
            return;
        }
        lines.add("");
        lines.add("Met, of the " + judged + " that were judged:");
        titles.forEach((id, title) -> {
            long met = rows.stream()
                    .filter(row -> isJudged(row)
                            && Status.MET.word().equals(row.requirements().get(id)))
                    .count();
            lines.add(String.format(Locale.ROOT, "  %4d  %-16s  %s", met, id, title));
        });
    }

    private static void mistakes(List<Row> rows, List<String> lines) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        rows.stream()
                .filter(CohortSummary::isJudged)
                .forEach(row -> row.mistakes().stream().distinct().forEach(id -> counts.merge(id, 1, Integer::sum)));
        if (counts.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("Most common mistakes:");
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_MISTAKES)
                .forEach(one -> lines.add(String.format(Locale.ROOT, "  %4d  %s", one.getValue(), one.getKey())));
    }

    private static void names(List<Row> rows, Verdict verdict, String headline, List<String> lines) {
        List<Row> all = rows.stream()
                .filter(row -> row.verdict().equals(verdict.word()))
                .toList();
        if (all.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(headline);
        all.stream()
                .limit(MOST_NAMES)
                .forEach(row -> lines.add("  " + row.id() + "  " + (row.trouble() == null ? "" : row.trouble())));
        if (all.size() > MOST_NAMES) {
            lines.add("  and " + (all.size() - MOST_NAMES) + " more, see cohort.json");
        }
    }
}
