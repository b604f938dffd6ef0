package dev.plumbline.cohort.results;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Results as one HTML file that needs nothing else: {@code content/cohort/results.html} filled in. Every value is escaped by
 * Mustache; besides, the page's own policy lets no other script run than the one it brings, named by its checksum.
 */
public final class ResultsHtml {
    private final Path home;

    /** With the template below that folder. */
    public ResultsHtml(Path home) {
        this.home = home;
    }

    /**
     * The page.
     *
     * @param version the program's version, for the foot
     * @throws IOException if the template cannot be read
     */
    public String write(Results results, String version) throws IOException {
        Path folder = home.resolve("content").resolve("cohort");
        String script = Files.readString(folder.resolve("results.js"), StandardCharsets.UTF_8);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("style", Files.readString(folder.resolve("results.css"), StandardCharsets.UTF_8));
        page.put("script", script);
        page.put("scriptHash", hash(script));
        page.put("version", version);
        fill(page, results);
        Mustache template = new DefaultMustacheFactory()
                .compile(
                        new StringReader(Files.readString(folder.resolve("results.html"), StandardCharsets.UTF_8)),
                        "results.html");
        StringWriter out = new StringWriter();
        template.execute(out, page);
        return out.toString();
    }

    private static void fill(Map<String, Object> page, Results results) {
        Tally tally = new Tally(results);
        int all = results.graded().size();
        page.put("count", all);
        page.put("plural", all == 1 ? "" : "s");
        page.put("labs", String.join(", ", tally.labs()));
        List<Map<String, Object>> verdicts = new ArrayList<>();
        tally.verdicts()
                .forEach((verdict, count) -> verdicts.add(Map.of(
                        "kind", kind(verdict),
                        "verdict", verdict.replace('-', ' '),
                        "count", count,
                        "percent", percent(count, all))));
        page.put("verdicts", verdicts);
        tally.meanScore().ifPresent(mean -> page.put("mean", String.format(Locale.ROOT, "%.1f", mean)));
        page.put("judged", results.graded().stream().filter(Graded::isJudged).count());
        page.put(
                "requirements",
                tally.requirements().stream().map(ResultsHtml::fared).toList());
        page.put(
                "mistakes", tally.mistakes().stream().map(ResultsHtml::frequent).toList());
        page.put("hasMistakes", !tally.mistakes().isEmpty());
        List<String> ids = List.copyOf(tally.requirementIds());
        page.put("columns", ids);
        page.put("span", ids.size() + 5);
        page.put(
                "submissions",
                results.graded().stream().map(g -> submission(g, ids)).toList());
        page.put(
                "unread",
                results.unread().stream()
                        .map(u -> Map.of("file", u.file(), "why", u.why()))
                        .toList());
        page.put("hasUnread", !results.unread().isEmpty());
    }

    private static Map<String, Object> fared(Tally.Fared fared) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", fared.id());
        row.put("title", fared.title());
        row.put("met", fared.count("met"));
        row.put("unmet", fared.count("unmet"));
        row.put("pending", fared.count("pending"));
        row.put("blocked", fared.count("blocked"));
        row.put("percent", percent(fared.count("met"), fared.of()));
        return row;
    }

    private static Map<String, Object> frequent(Tally.Frequent frequent) {
        return Map.of(
                "id", frequent.id(),
                "title", frequent.title(),
                "count", frequent.count(),
                "submission", frequent.submission(),
                "place", frequent.example().place(),
                "explanation", Excerpts.of(frequent.example().explanation()));
    }

    private static Map<String, Object> submission(Graded graded, List<String> ids) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", graded.id());
        row.put("kind", kind(graded.verdict()));
        row.put("verdict", graded.verdict().replace('-', ' '));
        row.put("score", graded.score() == null ? "none" : graded.score() + " of " + graded.maxScore());
        row.put("scoreKey", graded.score() == null ? -1 : graded.score());
        row.put("statuses", ids.stream().map(id -> status(graded.status(id))).toList());
        row.put("mistake", graded.firstMistake().map(Graded.Mistake::title).orElse(""));
        Double seconds = graded.seconds();
        row.put("seconds", seconds == null ? "" : String.format(Locale.ROOT, "%.1f", seconds));
        row.put("trouble", graded.trouble());
        row.put(
                "requirements",
                graded.requirements().stream().map(ResultsHtml::requirement).toList());
        row.put(
                "mistakes",
                graded.mistakes().stream()
                        .map(m -> Map.of("title", m.title(), "place", m.place(), "explanation", m.explanation()))
                        .toList());
        row.put("hasMistakes", !graded.mistakes().isEmpty());
        return row;
    }

    private static Map<String, Object> requirement(Graded.Requirement requirement) {
        Map<String, Object> row = new LinkedHashMap<>(status(requirement.status()));
        row.put("title", requirement.title());
        row.put("message", requirement.message());
        if (requirement.status().equals("unmet")) {
            row.put("expected", bare(requirement.expected()));
            row.put("actual", bare(requirement.actual()));
        }
        return row;
    }

    /** A value without the full stop that the sentence around it has. */
    private static String bare(String value) {
        return value.endsWith(".") ? value.substring(0, value.length() - 1) : value;
    }

    private static Map<String, Object> status(String status) {
        String mark =
                switch (status) {
                    case "met" -> "✓";
                    case "unmet" -> "✗";
                    case "pending" -> "○";
                    case "blocked" -> "–";
                    default -> "";
                };
        return Map.of("status", status, "mark", mark, "kind", mark.isEmpty() ? "other" : status);
    }

    /** A word for a class of the style sheet; never a stranger's. */
    private static String kind(String verdict) {
        return Tally.VERDICTS.contains(verdict) ? verdict : "other";
    }

    private static int percent(int count, int all) {
        return all == 0 ? 0 : Math.round(100f * count / all);
    }

    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
