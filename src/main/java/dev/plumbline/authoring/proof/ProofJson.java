package dev.plumbline.authoring.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** The results as JSON, schema {@code plumbline/author-test/1}: fields may be added, none renamed. */
final class ProofJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ProofJson() {}

    static String write(String lab, List<Trial> trials, long millis) {
        ObjectNode root = JSON.createObjectNode();
        root.put("schema", "plumbline/author-test/1");
        root.put("lab", lab);
        root.put("passed", trials.stream().allMatch(Trial::asExpected));
        root.put("millis", millis);
        ArrayNode all = root.putArray("answers");
        for (Trial trial : trials) {
            ObjectNode node = all.addObject();
            node.put("name", trial.name());
            node.put("why", trial.why());
            node.put("layer", trial.depth().name().toLowerCase(Locale.ROOT));
            node.put("expected", trial.expected().passes() ? "passed" : "failed");
            ArrayNode fails = node.putArray("fails");
            trial.expected().fails().forEach(fails::add);
            node.put("asExpected", trial.asExpected());
            node.put("verdict", trial.verdict());
            ObjectNode statuses = node.putObject("requirements");
            trial.statuses().forEach(statuses::put);
            node.put("mistake", trial.mistake());
            ArrayNode faults = node.putArray("faults");
            trial.faults().forEach(faults::add);
            node.put("millis", trial.millis());
        }
        try {
            return JSON.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values is always writable", impossible);
        }
    }
}
