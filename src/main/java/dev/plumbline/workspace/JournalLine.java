package dev.plumbline.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** A journal entry as one line of JSON: {@code {"at":"2026-01-31T09:00:00Z","did":"met","requirement":"region"}}. */
final class JournalLine {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JournalLine() {}

    static String write(JournalEntry entry) {
        ObjectNode node = JSON.createObjectNode();
        node.put("at", entry.at().toString());
        if (entry instanceof JournalEntry.Opened e) {
            node.put("did", "opened").put("lab", e.lab());
        } else if (entry instanceof JournalEntry.Ran e) {
            node.put("did", "ran").put("words", e.words()).put("exit", e.exit());
        } else if (entry instanceof JournalEntry.Read e) {
            node.put("did", "read").put("topic", e.topic());
        } else if (entry instanceof JournalEntry.Saved e) {
            node.put("did", "saved").put("file", e.file());
        } else if (entry instanceof JournalEntry.Reached e) {
            node.put("did", "reached").put("stage", e.stage());
        } else if (entry instanceof JournalEntry.Met e) {
            node.put("did", "met").put("requirement", e.requirement());
        } else if (entry instanceof JournalEntry.Lost e) {
            node.put("did", "lost").put("requirement", e.requirement());
        } else if (entry instanceof JournalEntry.Hinted e) {
            node.put("did", "hinted").put("requirement", e.requirement()).put("rung", e.rung());
        } else if (entry instanceof JournalEntry.Passed) {
            node.put("did", "passed");
        } else if (entry instanceof JournalEntry.DrillBegun e) {
            node.put("did", "drill-begun").put("drill", e.drill());
        } else if (entry instanceof JournalEntry.DrillEnded e) {
            node.put("did", "drill-ended").put("drill", e.drill()).put("repaired", e.repaired());
        } else if (entry instanceof JournalEntry.Practised e) {
            node.put("did", "practised").put("seed", e.seed());
        } else if (entry instanceof JournalEntry.ClockStarted) {
            node.put("did", "clock-started");
        } else if (entry instanceof JournalEntry.ClockStopped) {
            node.put("did", "clock-stopped");
        } else if (entry instanceof JournalEntry.Closed) {
            node.put("did", "closed");
        } else if (entry instanceof JournalEntry.Reset) {
            node.put("did", "reset");
        }
        return node.toString();
    }

    /** The entry of a line; empty if the line is damaged or of a kind that a newer version writes. */
    static Optional<JournalEntry> read(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            if (node == null || !node.isObject()) {
                return Optional.empty();
            }
            return Optional.ofNullable(entry(node, Instant.parse(node.path("at").asText())));
        } catch (JsonProcessingException | DateTimeException damaged) {
            return Optional.empty();
        }
    }

    private static @org.jspecify.annotations.Nullable JournalEntry entry(JsonNode node, Instant at) {
        String requirement = node.path("requirement").asText();
        String drill = node.path("drill").asText();
        return switch (node.path("did").asText()) {
            case "opened" -> new JournalEntry.Opened(at, node.path("lab").asText());
            case "ran" ->
                new JournalEntry.Ran(
                        at, node.path("words").asText(), node.path("exit").asInt());
            case "read" -> new JournalEntry.Read(at, node.path("topic").asText());
            case "saved" -> new JournalEntry.Saved(at, node.path("file").asText());
            case "reached" -> new JournalEntry.Reached(at, node.path("stage").asText());
            case "met" -> new JournalEntry.Met(at, requirement);
            case "lost" -> new JournalEntry.Lost(at, requirement);
            case "hinted" ->
                new JournalEntry.Hinted(at, requirement, node.path("rung").asInt());
            case "passed" -> new JournalEntry.Passed(at);
            case "drill-begun" -> new JournalEntry.DrillBegun(at, drill);
            case "drill-ended" ->
                new JournalEntry.DrillEnded(at, drill, node.path("repaired").asBoolean());
            case "practised" -> new JournalEntry.Practised(at, node.path("seed").asLong());
            case "clock-started" -> new JournalEntry.ClockStarted(at);
            case "clock-stopped" -> new JournalEntry.ClockStopped(at);
            case "closed" -> new JournalEntry.Closed(at);
            case "reset" -> new JournalEntry.Reset(at);
            default -> null;
        };
    }
}
