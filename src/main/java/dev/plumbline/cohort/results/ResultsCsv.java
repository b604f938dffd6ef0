package dev.plumbline.cohort.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Results as CSV (RFC 4180), one row a submission. A cell that a spreadsheet would take for a formula gets an apostrophe in
 * front (OWASP, "CSV Injection"): ids and texts come from submissions.
 */
public final class ResultsCsv {
    private static final Pattern FORMULA =
            Pattern.compile("^\\s*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20|%].*", Pattern.DOTALL);

    private ResultsCsv() {}

    /** The whole file, its first row the names of the columns. */
    public static String write(Results results) {
        List<String> ids = List.copyOf(new Tally(results).requirementIds());
        List<String> head = new ArrayList<>(List.of("id", "verdict", "score", "maxScore"));
        head.addAll(ids);
        head.addAll(List.of("firstMistake", "seconds"));
        StringBuilder out = new StringBuilder(row(head));
        for (Graded graded : results.graded()) {
            List<String> cells = new ArrayList<>();
            cells.add(graded.id());
            cells.add(graded.verdict());
            cells.add(graded.score() == null ? "" : graded.score().toString());
            cells.add(Integer.toString(graded.maxScore()));
            ids.forEach(id -> cells.add(graded.status(id)));
            cells.add(graded.firstMistake().map(Graded.Mistake::id).orElse(""));
            Double seconds = graded.seconds();
            cells.add(seconds == null ? "" : String.format(Locale.ROOT, "%.1f", seconds));
            out.append(row(cells));
        }
        return out.toString();
    }

    private static String row(List<String> cells) {
        return cells.stream().map(ResultsCsv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    static String cell(String text) {
        String safe = FORMULA.matcher(text).matches() ? "'" + text : text;
        boolean plain = safe.equals(safe.strip())
                && safe.codePoints().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n' || c == ';');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
