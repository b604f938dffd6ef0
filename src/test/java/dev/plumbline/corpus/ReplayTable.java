package dev.plumbline.corpus;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The result of a replay as text: a table, then what is wrong, then the sums. */
final class ReplayTable {
    private static final List<String> REQUIREMENTS =
            List.of("single-file", "stream-name", "region", "stream-mode", "no-changes");

    private ReplayTable() {}

    static String render(List<Row> rows) {
        StringBuilder text = new StringBuilder();
        line(text, "case", "verdict", "single", "name", "region", "mode", "changes", "mistake found", "fix proven");
        rows.forEach(row -> line(text, cells(row)));
        text.append('\n').append(complaints(rows));
        return text.append('\n').append(sums(rows)).toString();
    }

    /** One line for each thing that is not as it should be. */
    static String complaints(List<Row> rows) {
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            for (String complaint : row.complaints()) {
                text.append(row.work().name())
                        .append(": ")
                        .append(complaint.replaceAll("\\s+", " "))
                        .append('\n');
            }
        }
        return text.toString();
    }

    /** Counts of what is right, of what was looked at. */
    static String sums(List<Row> rows) {
        Predicate<Row> graded = row -> row.judgement() != null || !row.trouble().isEmpty();
        Predicate<Row> toProve = row -> row.proof() != null;
        return sum(
                        "verdicts",
                        rows,
                        graded,
                        row -> row.judgement() != null && row.judgement().verdictRight())
                + sum(
                        "requirements",
                        rows,
                        graded,
                        row -> row.judgement() != null
                                && row.judgement().wrongStatuses().isEmpty())
                + sum(
                        "diagnoses",
                        rows,
                        graded,
                        row -> row.judgement() != null && row.judgement().mistakeRight())
                + sum(
                        "stages",
                        rows,
                        graded,
                        row -> row.judgement() != null && row.judgement().stageRight())
                + sum(
                        "fixes proven",
                        rows,
                        toProve,
                        row -> row.proof() != null && row.proof().proven());
    }

    private static String sum(String what, List<Row> rows, Predicate<Row> counted, Predicate<Row> right) {
        long all = rows.stream().filter(counted).count();
        long good = rows.stream().filter(counted).filter(right).count();
        double percent = all == 0 ? 100 : 100.0 * good / all;
        return String.format(Locale.ROOT, "%-14s %3d of %3d right (%.1f %%)%n", what, good, all, percent);
    }

    private static Object[] cells(Row row) {
        Object[] cells = new Object[9];
        cells[0] = row.work().name();
        Judgement judgement = row.judgement();
        cells[1] = judgement == null
                ? (row.trouble().isEmpty() ? "-" : "replay failed")
                : judgement.report().verdict();
        if (judgement != null && !judgement.verdictRight()) {
            cells[1] = "! " + cells[1];
        }
        for (int i = 0; i < REQUIREMENTS.size(); i++) {
            cells[2 + i] = judgement == null ? "-" : status(judgement, REQUIREMENTS.get(i));
        }
        cells[7] = judgement == null
                ? "-"
                : mark(judgement.mistakeRight(), judgement.report().firstDiagnosis());
        cells[8] = row.proof() == null
                ? ""
                : mark(
                        row.proof().proven(),
                        row.proof().proven() ? "yes " + row.proof().why() : "no");
        return cells;
    }

    private static String status(Judgement judgement, String id) {
        boolean right = judgement.wrongStatuses().stream().noneMatch(line -> line.startsWith(id + " "));
        return mark(right, judgement.report().statuses().getOrDefault(id, "-"));
    }

    private static String mark(boolean right, String text) {
        return right ? text : "! " + text;
    }

    private static void line(StringBuilder text, Object... cells) {
        text.append(String.format(Locale.ROOT, "%-34s %-16s %-8s %-8s %-8s %-8s %-8s %-28s %s", cells)
                        .stripTrailing())
                .append('\n');
    }
}
