package dev.plumbline.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of Terraform's own, as {@code -json} gives it.
 *
 * @param severity {@code error} or {@code warning}
 * @param summary the headline
 * @param detail the explanation, possibly empty
 * @param address the resource it concerns, if Terraform says so
 * @param range where it is, if it has a place
 * @param context what encloses it, such as {@code resource "aws_kinesis_stream" "x"}
 * @param code the line of source it points at
 */
public record Diagnostic(
        String severity,
        String summary,
        String detail,
        @Nullable String address,
        @Nullable Range range,
        @Nullable String context,
        @Nullable String code) {

    /** A place as Terraform gives it: lines and columns from 1, the end exclusive. */
    public record Range(String file, int startLine, int startColumn, int endLine, int endColumn) {}

    /** Whether it stops Terraform. */
    public boolean isError() {
        return severity.equals("error");
    }

    /** Reads one diagnostic object of Terraform's machine-readable output. */
    public static Diagnostic of(JsonNode node) {
        JsonNode snippet = node.path("snippet");
        return new Diagnostic(
                node.path("severity").asText("error"),
                node.path("summary").asText(""),
                node.path("detail").asText(""),
                textOrNull(node.path("address")),
                range(node.path("range")),
                textOrNull(snippet.path("context")),
                textOrNull(snippet.path("code")));
    }

    /** Reads an array of them; anything else gives none. */
    public static List<Diagnostic> listOf(JsonNode array) {
        List<Diagnostic> all = new ArrayList<>();
        array.forEach(node -> all.add(of(node)));
        return all;
    }

    private static @Nullable Range range(JsonNode node) {
        if (!node.isObject()) {
            return null;
        }
        JsonNode start = node.path("start");
        JsonNode end = node.path("end");
        return new Range(
                node.path("filename").asText(""),
                start.path("line").asInt(1),
                start.path("column").asInt(1),
                end.path("line").asInt(1),
                end.path("column").asInt(1));
    }

    private static @Nullable String textOrNull(JsonNode node) {
        return node.isTextual() && !node.asText().isEmpty() ? node.asText() : null;
    }
}
