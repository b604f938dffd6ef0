package dev.plumbline.cohort.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.grading.PlanEvidence;
import dev.plumbline.grading.Trouble;
import dev.plumbline.grading.ValidationEvidence;
import dev.plumbline.terraform.Diagnostic;
import dev.plumbline.terraform.PlanDocument;
import java.util.List;
import java.util.Optional;

/** What Terraform answered to the grader: plan and validation. */
final class PlanJson {
    private PlanJson() {}

    static void write(ObjectNode node, PlanEvidence plan) {
        if (plan instanceof PlanEvidence.Planned planned) {
            node.put("outcome", "planned").put("exitCode", planned.exitCode());
        } else if (plan instanceof PlanEvidence.Unavailable unavailable) {
            trouble(node.put("outcome", "unavailable"), unavailable.trouble());
        } else {
            node.put("outcome", "refused");
        }
        DiagnosticJson.write(node.putArray("messages"), plan.messages());
    }

    static void write(ObjectNode node, ValidationEvidence validation) {
        if (validation instanceof ValidationEvidence.Invalid invalid) {
            DiagnosticJson.write(node.put("outcome", "invalid").putArray("messages"), invalid.diagnostics());
        } else if (validation instanceof ValidationEvidence.Valid valid) {
            DiagnosticJson.write(node.put("outcome", "valid").putArray("messages"), valid.warnings());
        } else if (validation instanceof ValidationEvidence.Unavailable unavailable) {
            trouble(node.put("outcome", "unavailable"), unavailable.trouble());
        }
    }

    /**
     * Reads a plan.
     *
     * @param shown the plan as Terraform showed it, if it was made
     */
    static PlanEvidence plan(JsonNode node, Optional<JsonNode> shown) {
        List<Diagnostic> messages = Diagnostic.listOf(node.path("messages"));
        String outcome = node.path("outcome").asText();
        if (outcome.equals("planned") && shown.isPresent()) {
            return new PlanEvidence.Planned(node.path("exitCode").asInt(-1), PlanDocument.of(shown.get()), messages);
        }
        if (outcome.equals("refused")) {
            return new PlanEvidence.Refused(messages);
        }
        return new PlanEvidence.Unavailable(trouble(node, "The bundle holds no plan."));
    }

    static ValidationEvidence validation(JsonNode node) {
        List<Diagnostic> messages = Diagnostic.listOf(node.path("messages"));
        return switch (node.path("outcome").asText()) {
            case "valid" -> new ValidationEvidence.Valid(messages);
            case "invalid" -> new ValidationEvidence.Invalid(messages);
            default -> new ValidationEvidence.Unavailable(trouble(node, "The bundle holds no validation."));
        };
    }

    private static void trouble(ObjectNode node, Trouble trouble) {
        node.put("side", trouble.side() == Trouble.Side.OURS ? "ours" : "learners")
                .put("message", trouble.message());
    }

    private static Trouble trouble(JsonNode node, String otherwise) {
        String message = node.path("message").asText(otherwise);
        return node.path("side").asText().equals("learners") ? Trouble.learners(message) : Trouble.ours(message);
    }
}
