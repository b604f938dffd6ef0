package dev.plumbline.cohort.evidence;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.terraform.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Terraform's messages in the shape of Terraform's own JSON, which {@link Diagnostic#listOf} reads. */
final class DiagnosticJson {
    private DiagnosticJson() {}

    static void write(ArrayNode into, List<Diagnostic> messages) {
        messages.forEach(message -> write(into.addObject(), message));
    }

    private static void write(ObjectNode node, Diagnostic message) {
        node.put("severity", message.severity());
        node.put("summary", message.summary());
        node.put("detail", message.detail());
        putIf(node, "address", message.address());
        Diagnostic.Range range = message.range();
        if (range != null) {
            ObjectNode place = node.putObject("range");
            place.put("filename", range.file());
            place.putObject("start").put("line", range.startLine()).put("column", range.startColumn());
            place.putObject("end").put("line", range.endLine()).put("column", range.endColumn());
        }
        if (message.context() != null || message.code() != null) {
            ObjectNode snippet = node.putObject("snippet");
            putIf(snippet, "context", message.context());
            putIf(snippet, "code", message.code());
        }
    }

    private static void putIf(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }
}
