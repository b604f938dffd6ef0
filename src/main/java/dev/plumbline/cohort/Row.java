package dev.plumbline.cohort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One submission in {@code cohort.json}, as its report says.
 *
 * @param score null where it was not judged
 * @param requirements status by id
 * @param titles what each requirement asks, by id
 * @param mistakes ids of what the coach found, root cause first
 * @param trouble why it was not judged; null where it was
 */
public record Row(
        String id,
        String source,
        String sha256,
        String verdict,
        @Nullable Integer score,
        int maxScore,
        double seconds,
        Map<String, String> requirements,
        Map<String, String> titles,
        List<String> mistakes,
        @Nullable String trouble) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** From a report with its {@code submission}. */
    static Row of(JsonNode report) {
        JsonNode submission = report.path("submission");
        Map<String, String> requirements = new LinkedHashMap<>();
        Map<String, String> titles = new LinkedHashMap<>();
        for (JsonNode requirement : report.path("requirements")) {
            requirements.put(
                    requirement.path("id").asText(), requirement.path("status").asText());
            titles.put(
                    requirement.path("id").asText(), requirement.path("title").asText());
        }
        List<String> mistakes = new ArrayList<>();
        for (JsonNode diagnosis : report.path("diagnoses")) {
            if (!diagnosis.path("remark").asBoolean()) {
                mistakes.add(diagnosis.path("mistake").asText());
            }
        }
        return new Row(
                submission.path("id").asText(),
                submission.path("source").asText(),
                submission.path("sha256").asText(),
                report.path("verdict").asText(),
                report.path("score").isInt() ? report.path("score").asInt() : null,
                report.path("maxScore").asInt(),
                submission.path("seconds").asDouble(),
                requirements,
                titles,
                mistakes,
                report.has("trouble") ? report.path("trouble").asText() : null);
    }

    ObjectNode json() {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", id).put("source", source).put("sha256", sha256).put("verdict", verdict);
        node.put("score", score);
        node.put("maxScore", maxScore).put("seconds", seconds);
        ObjectNode statuses = node.putObject("requirements");
        requirements.forEach(statuses::put);
        ArrayNode found = node.putArray("mistakes");
        mistakes.forEach(found::add);
        if (trouble != null) {
            node.put("trouble", trouble);
        }
        return node;
    }
}
