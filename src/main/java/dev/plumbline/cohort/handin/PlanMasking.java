package dev.plumbline.cohort.handin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cohort.bundle.BundleJson;
import java.util.List;

/**
 * The plan as Terraform shows it, without what no judgement asks and what may hold keys: {@code configuration}, in which
 * the arguments of providers stand, and {@code variables}. What is marked as sensitive is masked.
 */
final class PlanMasking {
    private static final List<String> KEPT = List.of(
            "format_version",
            "terraform_version",
            "applyable",
            "complete",
            "errored",
            "resource_changes",
            "resource_drift",
            "output_changes",
            "prior_state",
            "planned_values");

    private final JsonMasking json;

    PlanMasking(JsonMasking json) {
        this.json = json;
    }

    JsonNode mask(JsonNode shown) {
        ObjectNode plan = BundleJson.object();
        KEPT.stream()
                .filter(shown::has)
                .forEach(name -> plan.set(name, shown.get(name).deepCopy()));
        plan.path("resource_changes").forEach(this::change);
        plan.path("resource_drift").forEach(this::change);
        plan.path("output_changes").forEach(change -> sides(change, "output"));
        values(plan.path("prior_state").path("values"));
        values(plan.path("planned_values"));
        return json.all(plan);
    }

    private void change(JsonNode resource) {
        sides(resource.path("change"), resource.path("address").asText());
    }

    private void sides(JsonNode change, String what) {
        if (change instanceof ObjectNode object) {
            mark(object, "before", "before_sensitive", what);
            mark(object, "after", "after_sensitive", what);
        }
    }

    private void values(JsonNode values) {
        values.path("outputs").forEach(output -> {
            if (output instanceof ObjectNode object && object.path("sensitive").asBoolean()) {
                object.set("value", json.leaves(object.path("value"), "output"));
            }
        });
        module(values.path("root_module"));
    }

    private void module(JsonNode module) {
        module.path("resources").forEach(resource -> {
            if (resource instanceof ObjectNode object) {
                mark(
                        object,
                        "values",
                        "sensitive_values",
                        resource.path("address").asText());
            }
        });
        module.path("child_modules").forEach(this::module);
    }

    private void mark(ObjectNode object, String name, String marks, String what) {
        if (object.has(name) && object.has(marks)) {
            object.set(name, json.marked(object.get(name), object.get(marks), what));
        }
    }
}
