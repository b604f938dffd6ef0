package dev.plumbline.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the grader said, as far as the replay looks at it.
 *
 * @param exit the command's exit code
 * @param statuses by requirement id
 * @param diagnoses mistake ids, the first being the root cause
 * @param messages why a requirement has its status, by id
 */
record LabReport(
        int exit,
        String verdict,
        String stage,
        Map<String, String> statuses,
        List<String> diagnoses,
        Map<String, String> messages) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Integer> EXIT_CODES =
            Map.of("passed", 0, "failed", 1, "not-gradable", 3, "could-not-grade", 4);

    /**
     * Reads a report.
     *
     * @throws IOException where it is not one of schema {@code plumbline/report/1}, or its exit code is not its
     *     verdict's
     */
    static LabReport parse(int exit, String output) throws IOException {
        JsonNode json = JSON.readTree(output);
        String schema = json.path("schema").asText();
        if (!schema.equals("plumbline/report/1")) {
            throw new IOException("no report: schema is \"" + schema + "\"");
        }
        String verdict = json.path("verdict").asText();
        Integer right = EXIT_CODES.get(verdict);
        if (right == null || right != exit) {
            throw new IOException("verdict \"" + verdict + "\" with exit code " + exit);
        }
        Map<String, String> statuses = new LinkedHashMap<>();
        Map<String, String> messages = new LinkedHashMap<>();
        for (JsonNode requirement : json.path("requirements")) {
            String id = requirement.path("id").asText();
            statuses.put(id, requirement.path("status").asText());
            messages.put(id, requirement.path("message").asText());
        }
        List<String> diagnoses = new ArrayList<>();
        json.path("diagnoses")
                .forEach(diagnosis -> diagnoses.add(diagnosis.path("mistake").asText()));
        return new LabReport(exit, verdict, json.path("stage").asText(), statuses, diagnoses, messages);
    }

    /** The first diagnosis, or {@code none}. */
    String firstDiagnosis() {
        return diagnoses.isEmpty() ? "none" : diagnoses.get(0);
    }
}
