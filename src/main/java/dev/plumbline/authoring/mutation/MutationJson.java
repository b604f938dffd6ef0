package dev.plumbline.authoring.mutation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.authoring.mutation.MutationReport.Survivor;
import java.util.List;

/** The report as JSON, schema {@code plumbline/author-mutate/1}: fields may be added, none renamed. */
final class MutationJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private MutationJson() {}

    static String write(MutationReport report) {
        ObjectNode root = JSON.createObjectNode();
        root.put("schema", "plumbline/author-mutate/1");
        root.put("lab", report.lab().id());
        root.put("mutants", report.mutants());
        root.put("killed", report.killed());
        survivors(root.putArray("survived"), report.survived());
        survivors(root.putArray("accepted"), report.accepted());
        root.put("equivalents", report.equivalents());
        survivors(root.putArray("wronglyFailed"), report.wronglyFailed());
        ObjectNode kinds = root.putObject("kinds");
        report.byKind().forEach((kind, count) -> kinds.put(kind.name().toLowerCase(java.util.Locale.ROOT), count));
        ObjectNode requirements = root.putObject("killedBy");
        report.lab()
                .requirements()
                .forEach(requirement -> requirements.put(
                        requirement.id(), report.byRequirement().getOrDefault(requirement.id(), 0)));
        ArrayNode unneeded = root.putArray("unneededAcceptances");
        report.unneeded().forEach(unneeded::add);
        root.put("planMillis", report.planMillis());
        root.put("millis", report.millis());
        try {
            return JSON.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values is always writable", impossible);
        }
    }

    private static void survivors(ArrayNode into, List<Survivor> survivors) {
        for (Survivor one : survivors) {
            ObjectNode node = into.addObject();
            node.put("mutant", one.id());
            node.put("kind", one.kind());
            node.put("requirement", one.requirement());
            node.put("diff", one.diff());
            if (!one.why().isEmpty()) {
                node.put("reason", one.why());
            }
        }
    }
}
