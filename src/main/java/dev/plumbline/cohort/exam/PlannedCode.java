package dev.plumbline.cohort.exam;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.cohort.vetting.Objection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Terraform's own reading of the code, from the JSON of a plan: a second opinion on what the vetting read, before anything is
 * applied. A plan runs no provisioner, so it can be asked.
 */
final class PlannedCode {
    private final List<Objection> objections = new ArrayList<>();

    private PlannedCode() {}

    /** What there is to object to in the {@code configuration} of a plan. */
    static List<Objection> objections(JsonNode plan, List<String> providers) {
        PlannedCode code = new PlannedCode();
        JsonNode configuration = plan.path("configuration");
        configuration.path("provider_config").forEach(provider -> code.provider(provider, providers));
        code.module(configuration.path("root_module"));
        return List.copyOf(code.objections);
    }

    private void provider(JsonNode provider, List<String> providers) {
        String name = provider.path("full_name").asText("");
        boolean known = name.startsWith("terraform.io/builtin/")
                || providers.isEmpty()
                || providers.stream().anyMatch(one -> name.equals("registry.terraform.io/" + one));
        if (!known) {
            object("Terraform sees the provider " + name + ", which the lab does not need");
        }
        JsonNode expressions = provider.path("expressions");
        for (String outside : List.of("endpoints", "shared_config_files", "shared_credentials_files", "http_proxy")) {
            if (expressions.has(outside)) {
                object("Terraform sees " + outside + " in a provider");
            }
        }
    }

    private void module(JsonNode module) {
        for (JsonNode resource : module.path("resources")) {
            if (!resource.path("provisioners").isEmpty()) {
                object("Terraform sees a provisioner in "
                        + resource.path("address").asText("a resource"));
            }
        }
        for (Map.Entry<String, JsonNode> call : module.path("module_calls").properties()) {
            module(call.getValue().path("module"));
        }
    }

    private void object(String what) {
        objections.add(new Objection("the code", 0, what));
    }
}
