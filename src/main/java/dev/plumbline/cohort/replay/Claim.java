package dev.plumbline.cohort.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.cohort.bundle.BundleJson;
import dev.plumbline.cohort.replay.Replay.Difference;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.RequirementResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the report of a bundle says came out on the learner's machine.
 *
 * @param verdict its word
 * @param score points as text, or {@code none} where the work was not judged
 * @param requirements the status and the points of each, by id
 */
record Claim(String lab, String verdict, String score, Map<String, String> requirements) {
    /** Reads a report; empty if it is none. */
    static Optional<Claim> of(byte[] bytes) {
        JsonNode root;
        try {
            root = BundleJson.read(bytes);
        } catch (JsonProcessingException broken) {
            return Optional.empty();
        }
        if (!root.path("schema").asText().equals(Report.SCHEMA)) {
            return Optional.empty();
        }
        Map<String, String> requirements = new LinkedHashMap<>();
        root.path("requirements")
                .forEach(r -> requirements.put(
                        r.path("id").asText(),
                        words(r.path("status").asText(), r.path("points"), r.path("maxPoints"))));
        return Optional.of(new Claim(
                root.path("lab").asText(),
                root.path("verdict").asText(),
                score(root.path("score"), root.path("maxScore")),
                requirements));
    }

    /** What this program's own report would claim. */
    static Claim of(Report report) {
        boolean judged = report.verdict().isJudged();
        Map<String, String> requirements = new LinkedHashMap<>();
        for (RequirementResult result : report.requirements()) {
            String points = judged ? result.points() + " of " + result.maxPoints() : "no points";
            requirements.put(result.id(), result.status().word() + " (" + points + ")");
        }
        String score = judged ? report.score().orElse(0) + " of " + report.maxScore() : "none";
        return new Claim(report.lab(), report.verdict().word(), score, requirements);
    }

    private static String words(String status, JsonNode points, JsonNode most) {
        return status + " (" + (points.isNumber() ? points.asText() + " of " + most.asText() : "no points") + ")";
    }

    private static String score(JsonNode score, JsonNode most) {
        return score.isNumber() ? score.asText() + " of " + most.asText() : "none";
    }

    /** Where a judgement says something else. */
    List<Difference> differences(Claim judged) {
        List<Difference> found = new ArrayList<>();
        differ("lab", lab, judged.lab, found);
        differ("verdict", verdict, judged.verdict, found);
        differ("score", score, judged.score, found);
        judged.requirements.forEach(
                (id, status) -> differ(id, requirements.getOrDefault(id, "not mentioned"), status, found));
        requirements.forEach((id, status) -> {
            if (!judged.requirements.containsKey(id)) {
                found.add(new Difference(id, status, "no requirement of this lab"));
            }
        });
        return found;
    }

    private static void differ(String what, String claimed, String judged, List<Difference> found) {
        if (!claimed.equals(judged)) {
            found.add(new Difference(what, claimed, judged));
        }
    }
}
