package dev.plumbline.coaching;

import dev.plumbline.terraform.Diagnostic;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** For a message that is not in the catalogue: the entry that speaks of most of the same things. */
final class NearestGuidance {
    private static final Pattern WORD = Pattern.compile("[a-z_]{4,}");

    /** Words that are in every other message. */
    private static final Set<String> COMMON = Set.of(
            "this",
            "that",
            "with",
            "from",
            "have",
            "which",
            "here",
            "must",
            "when",
            "more",
            "only",
            "there",
            "terraform",
            "invalid",
            "error",
            "expected",
            "value",
            "block",
            "argument",
            "resource",
            "configuration",
            "main",
            "file",
            "line",
            "name",
            "used",
            "cannot",
            "been",
            "your",
            "will",
            "about",
            "aws_kinesis_stream",
            "stream");

    /** Fewer words in common are chance. */
    private static final int ENOUGH = 2;

    private NearestGuidance() {}

    /** Where to read on, as the end of a sentence; empty where nothing in the catalogue is near. */
    static Optional<String> to(Diagnostic message, Catalogue catalogue, Map<String, Object> variables) {
        Set<String> said = words(message.summary() + " " + message.detail());
        String best = "";
        double most = 0;
        for (Map.Entry<String, Catalogue.Text> entry : catalogue.texts().entrySet()) {
            Catalogue.Text text = entry.getValue();
            boolean needsMore = text.title()
                    .replaceAll("\\{\\{[#/^]?want\\.[^}]*}}|\\{\\{code}}", "")
                    .contains("{{");
            if (needsMore || text.topic().isEmpty()) {
                continue;
            }
            Set<String> known = words(text.title() + " " + text.explanation());
            long shared = said.stream().filter(known::contains).count();
            double score = shared / Math.sqrt(known.size() + 1.0);
            if (shared >= ENOUGH && score > most) {
                most = score;
                best = entry.getKey();
            }
        }
        return Optional.ofNullable(catalogue.texts().get(best))
                .map(text -> "\"" + Words.sentence(text.title(), variables) + "\", in lab read, topic " + text.topic()
                        + ".");
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group())
                .filter(word -> !COMMON.contains(word))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
