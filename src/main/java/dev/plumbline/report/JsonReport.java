package dev.plumbline.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.Finding;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.RequirementResult;
import org.jspecify.annotations.Nullable;

/** The report as JSON, schema {@code plumbline/report/1}: fields may be added, none renamed. */
public final class JsonReport {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private JsonReport() {}

    /** The whole report, indented, with a final newline. */
    public static String write(Report report) {
        return text(tree(report));
    }

    /** An empty object, for formats that build one. */
    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** Indented, with a final newline. */
    static String text(ObjectNode root) {
        try {
            return JSON.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values is always writable", impossible);
        }
    }

    /** The same as a tree, for formats that embed it. */
    public static ObjectNode tree(Report report) {
        ObjectNode root = JSON.createObjectNode();
        root.put("schema", Report.SCHEMA);
        root.put("lab", report.lab());
        root.put("verdict", report.verdict().word());
        root.put("stage", report.stage().word());
        points(root, "score", report, report.score().orElse(0));
        root.put("maxScore", report.maxScore());
        putIf(root, "trouble", report.trouble());
        ArrayNode requirements = root.putArray("requirements");
        report.requirements().forEach(r -> requirement(requirements.addObject(), report, r));
        ArrayNode diagnoses = root.putArray("diagnoses");
        report.diagnoses().forEach(d -> diagnosis(diagnoses.addObject(), d));
        ArrayNode remarks = root.putArray("remarks");
        report.remarks().forEach(remarks::add);
        ObjectNode tools = root.putObject("tools");
        report.tools().forEach(tools::put);
        ObjectNode timings = root.putObject("timings");
        report.timings().forEach(timings::put);
        return root;
    }

    /** A number of points; {@code null} where the work was not judged, so that no importer takes it for a zero. */
    private static void points(ObjectNode node, String name, Report report, int earned) {
        if (report.verdict().isJudged()) {
            node.put(name, earned);
        } else {
            node.putNull(name);
        }
    }

    private static void requirement(ObjectNode node, Report report, RequirementResult result) {
        node.put("id", result.id());
        node.put("title", result.title());
        node.put("status", result.status().word());
        points(node, "points", report, result.points());
        node.put("maxPoints", result.maxPoints());
        putIf(node, "expected", result.expected());
        putIf(node, "actual", result.actual());
        node.put("message", result.message());
        ArrayNode evidence = node.putArray("evidence");
        for (Finding finding : result.evidence()) {
            ObjectNode one = evidence.addObject();
            one.put("layer", finding.layer().word());
            one.put("says", finding.says());
            place(one, finding.place());
        }
    }

    private static void diagnosis(ObjectNode node, Diagnosis diagnosis) {
        node.put("mistake", diagnosis.mistake());
        node.put("title", diagnosis.title());
        node.put("explanation", diagnosis.explanation());
        place(node, diagnosis.place());
        putIf(node, "command", diagnosis.command());
        putIf(node, "topic", diagnosis.topic());
        if (diagnosis.remark()) {
            node.put("remark", true);
        }
        if (!diagnosis.consequences().isEmpty()) {
            ArrayNode folded = node.putArray("consequences");
            diagnosis.consequences().forEach(folded::add);
        }
        Diagnosis.Fix fix = diagnosis.fix();
        if (fix != null) {
            ObjectNode one = node.putObject("fix");
            one.put("summary", fix.summary());
            ArrayNode edits = one.putArray("edits");
            for (Diagnosis.Edit edit : fix.edits()) {
                edits.addObject()
                        .put("file", edit.file())
                        .put("startLine", edit.startLine())
                        .put("startColumn", edit.startColumn())
                        .put("endLine", edit.endLine())
                        .put("endColumn", edit.endColumn())
                        .put("newText", edit.newText());
            }
        }
    }

    private static void place(ObjectNode node, Finding.@Nullable Place place) {
        if (place != null) {
            node.put("file", place.file()).put("line", place.line()).put("column", place.column());
        }
    }

    private static void putIf(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }
}
