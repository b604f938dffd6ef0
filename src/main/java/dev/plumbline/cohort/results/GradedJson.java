package dev.plumbline.cohort.results;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.cohort.results.Graded.Mistake;
import dev.plumbline.cohort.results.Graded.Requirement;
import java.util.ArrayList;
import java.util.List;

/** A report of grading as far as people are told of it; control characters of a stranger's become visible ones. */
final class GradedJson {
    private GradedJson() {}

    static Graded read(String id, JsonNode report) {
        List<Requirement> requirements = new ArrayList<>();
        report.path("requirements")
                .forEach(r -> requirements.add(new Requirement(
                        text(r, "id"),
                        text(r, "title"),
                        text(r, "status"),
                        text(r, "message"),
                        text(r, "expected"),
                        text(r, "actual"))));
        List<Mistake> mistakes = new ArrayList<>();
        for (JsonNode diagnosis : report.path("diagnoses")) {
            if (!diagnosis.path("remark").asBoolean()) {
                mistakes.add(mistake(diagnosis));
            }
        }
        JsonNode score = report.path("score");
        JsonNode seconds = report.path("submission").path("seconds");
        return new Graded(
                printable(id),
                text(report, "lab"),
                text(report, "verdict"),
                score.isNumber() ? (Integer) score.asInt() : null,
                report.path("maxScore").asInt(),
                seconds.isNumber() ? (Double) seconds.asDouble() : null,
                text(report, "trouble"),
                requirements,
                mistakes);
    }

    private static Mistake mistake(JsonNode diagnosis) {
        String file = text(diagnosis, "file");
        String line = text(diagnosis, "line");
        return new Mistake(
                text(diagnosis, "mistake"),
                text(diagnosis, "title"),
                text(diagnosis, "explanation"),
                file.isEmpty() || line.isEmpty() ? file : file + ":" + line);
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isValueNode() && !value.isNull() ? printable(value.asText()) : "";
    }

    private static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]", "\uFFFD")
                .strip();
    }
}
