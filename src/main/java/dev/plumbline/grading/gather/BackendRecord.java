package dev.plumbline.grading.gather;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.terraform.TerraformCli;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Configuration;
import dev.plumbline.terraform.source.Evaluator;
import dev.plumbline.terraform.source.Situation;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The backend that the learner's last init set up, as Terraform notes it in {@code .terraform/terraform.tfstate}.
 *
 * @param type {@code local}, {@code s3}, …
 * @param path where a local one keeps the state; empty for its default
 * @param folder where a local one keeps the states of other workspaces; empty for its default
 */
record BackendRecord(String type, String path, String folder) {
    private static final String FILE = ".terraform/terraform.tfstate";

    /** The record in a folder; empty where init has set up no backend. */
    static Optional<BackendRecord> of(WorkspaceSnapshot snapshot) {
        byte[] bytes = snapshot.contents().get(FILE);
        if (bytes == null) {
            return Optional.empty();
        }
        JsonNode backend =
                TerraformCli.tree(new String(bytes, StandardCharsets.UTF_8)).path("backend");
        if (!backend.isObject()) {
            return Optional.empty();
        }
        JsonNode config = backend.path("config");
        return Optional.of(new BackendRecord(
                backend.path("type").asText("local"),
                config.path("path").asText(""),
                config.path("workspace_dir").asText("")));
    }

    /**
     * Whether Terraform would ask for an init before anything else, because the code names another backend than the one
     * that is set up. Before the first init it asks for that anyway.
     */
    static boolean isOutdated(WorkspaceSnapshot snapshot, Configuration source) {
        if (!snapshot.initialised()) {
            return false;
        }
        Optional<BackendRecord> record = of(snapshot);
        Optional<Block> code = source.backend();
        if (code.isEmpty() || record.isEmpty()) {
            return code.isPresent() != record.isPresent();
        }
        Block block = code.get();
        String type = block.type().equals("cloud") ? "cloud" : block.label(0);
        String path = block.body()
                .argument("path")
                .flatMap(a -> new Evaluator(source, new Situation(Map.of(), snapshot.selectedWorkspace()))
                        .evaluate(a.value())
                        .text())
                .orElse("");
        return !type.equals(record.get().type()) || !path.equals(record.get().path());
    }
}
