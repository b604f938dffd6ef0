package dev.plumbline.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan as {@code show -json} gives it. Judged by {@link #changes()}: {@code resource_drift} is non-empty right after a
 * clean apply (null against empty), so it is never asked.
 *
 * @param changes every resource change, no-ops included
 * @param outputsChange whether any output would change
 * @param refreshed the resources of {@code prior_state}: the state after the grader's own look at the cloud
 * @param planned the resources of {@code planned_values}: what the file works out to
 */
public record PlanDocument(
        List<ResourceChange> changes, boolean outputsChange, List<Resource> refreshed, List<Resource> planned) {
    public PlanDocument {
        changes = List.copyOf(changes);
        refreshed = List.copyOf(refreshed);
        planned = List.copyOf(planned);
    }

    /**
     * One entry of {@code resource_changes}.
     *
     * @param actions {@code no-op}, {@code create}, {@code read}, {@code update}, {@code delete}, {@code forget}; a
     *     replacement is both delete and create
     * @param importing whether it would be imported by this plan
     * @param previousAddress where it was before a {@code moved} block, if it moves
     */
    public record ResourceChange(
            String address,
            String mode,
            String type,
            String name,
            List<String> actions,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after,
            boolean importing,
            @Nullable String previousAddress,
            String actionReason) {
        public ResourceChange {
            actions = List.copyOf(actions);
        }

        /** Whether the plan leaves it as it is: no action, no move, no import. */
        public boolean isNoOp() {
            return (actions.equals(List.of("no-op")) || actions.equals(List.of("read")))
                    && !importing
                    && (previousAddress == null || previousAddress.equals(address));
        }
    }

    /** A resource with its values. */
    public record Resource(String address, String mode, String type, Map<String, @Nullable Object> values) {}

    /** Whether there is anything a plan would call a change, outputs included. */
    public boolean hasChanges() {
        return outputsChange || changes.stream().anyMatch(c -> !c.isNoOp());
    }

    /** Reads the JSON of {@code terraform show -json PLAN}. */
    public static PlanDocument of(JsonNode root) {
        List<ResourceChange> changes = new ArrayList<>();
        for (JsonNode node : root.path("resource_changes")) {
            JsonNode change = node.path("change");
            List<String> actions = new ArrayList<>();
            change.path("actions").forEach(a -> actions.add(a.asText()));
            changes.add(new ResourceChange(
                    node.path("address").asText(),
                    node.path("mode").asText(),
                    node.path("type").asText(),
                    node.path("name").asText(),
                    actions,
                    Values.map(change.path("before")),
                    Values.map(change.path("after")),
                    change.has("importing"),
                    node.has("previous_address") ? node.path("previous_address").asText() : null,
                    node.path("action_reason").asText("")));
        }
        boolean outputs = root.path("output_changes").properties().stream()
                .anyMatch(e -> !e.getValue().path("actions").path(0).asText().equals("no-op"));
        List<Resource> refreshed = new ArrayList<>();
        collect(root.path("prior_state").path("values").path("root_module"), refreshed);
        List<Resource> planned = new ArrayList<>();
        collect(root.path("planned_values").path("root_module"), planned);
        return new PlanDocument(changes, outputs, refreshed, planned);
    }

    private static void collect(JsonNode module, List<Resource> into) {
        for (JsonNode node : module.path("resources")) {
            into.add(new Resource(
                    node.path("address").asText(),
                    node.path("mode").asText(),
                    node.path("type").asText(),
                    Values.map(node.path("values"))));
        }
        module.path("child_modules").forEach(child -> collect(child, into));
    }
}
