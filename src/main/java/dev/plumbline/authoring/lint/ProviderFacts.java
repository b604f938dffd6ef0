package dev.plumbline.authoring.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.engine.EngineOptions;
import dev.plumbline.engine.EngineUnavailable;
import dev.plumbline.engine.WarmEngine;
import dev.plumbline.grading.gather.ProviderSource;
import dev.plumbline.grading.gather.WarmProviders;
import dev.plumbline.terraform.Cancellation;
import dev.plumbline.terraform.CommandResult;
import dev.plumbline.terraform.TerraformCli;
import dev.plumbline.terraform.TerraformCommand;
import dev.plumbline.terraform.TerraformEnvironment;
import dev.plumbline.terraform.TerraformTrouble;
import dev.plumbline.workspace.ScratchFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the AWS provider's own schema says of resource types: {@code terraform providers schema -json}, warm where it can. */
final class ProviderFacts {
    private final JsonNode resources;

    private ProviderFacts(JsonNode resources) {
        this.resources = resources;
    }

    /** From the JSON of {@code providers schema}. */
    static ProviderFacts of(JsonNode root) {
        for (Map.Entry<String, JsonNode> provider :
                root.path("provider_schemas").properties()) {
            if (provider.getKey().endsWith("/aws")) {
                return new ProviderFacts(provider.getValue().path("resource_schemas"));
            }
        }
        return new ProviderFacts(root.path("none"));
    }

    /**
     * Asks the provider about these types.
     *
     * @throws TerraformTrouble where it cannot be asked
     */
    static ProviderFacts ask(Set<String> types, Map<String, String> caller)
            throws TerraformTrouble, InterruptedException {
        Path folder = null;
        try (WarmEngine engine = WarmEngine.open(EngineOptions.defaults()
                .withEnvironment(caller)
                .withTerraform(TerraformCli.locate(caller).toString()))) {
            folder = ScratchFolder.create("schema");
            Files.writeString(
                    folder.resolve("main.tf"),
                    types.stream()
                            .map(type -> "resource \"" + type + "\" \"x\" {\n}\n")
                            .collect(Collectors.joining("", "provider \"aws\" {\n}\n", "")));
            return of(schema(engine, folder, caller));
        } catch (EngineUnavailable unavailable) {
            throw new TerraformTrouble(String.valueOf(unavailable.getMessage()));
        } catch (IOException refused) {
            throw new TerraformTrouble(String.valueOf(refused.getMessage()));
        } finally {
            delete(folder);
        }
    }

    private static JsonNode schema(WarmEngine engine, Path folder, Map<String, String> caller)
            throws TerraformTrouble, InterruptedException {
        TerraformCli cli = TerraformCli.find(caller, TerraformEnvironment.clean(caller, Map.of()));
        StringBuilder said = new StringBuilder();
        Optional<ProviderSource.Attached> warm =
                new WarmProviders(engine, said::append).attach(folder, Map.of(), new Cancellation());
        if (warm.isEmpty()) {
            throw new TerraformTrouble(said.toString());
        }
        try (ProviderSource.Attached attached = warm.get()) {
            CommandResult result =
                    cli.with(attached.variables()).run(folder, TerraformCommand.providersSchema(), new Cancellation());
            if (!result.exited(0)) {
                throw new TerraformTrouble(result.errors().strip());
            }
            return TerraformCli.tree(result.output());
        }
    }

    private static void delete(@org.jspecify.annotations.Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try {
            ScratchFolder.delete(folder);
        } catch (IOException leftInTheTemporaryFolder) {
            folder.toFile().deleteOnExit();
        }
    }

    /** The types it knows. */
    Set<String> types() {
        Set<String> names = new TreeSet<>();
        resources.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** What there is under a path. */
    sealed interface Found {
        /** An attribute of that type, in Terraform's words: {@code string}, {@code number}, {@code map of string}. */
        record Attribute(String type) implements Found {}

        /** A nested block. */
        record Block() implements Found {}

        /** Nothing; these names are there instead. */
        record Nothing(String step, List<String> instead) implements Found {}
    }

    /** Looks up an attribute path of a type: block names and an attribute, joined by dots. */
    Found find(String type, String path) {
        JsonNode block = resources.path(type).path("block");
        String[] steps = path.split("\\.", -1);
        for (int i = 0; i < steps.length; i++) {
            JsonNode attribute = block.path("attributes").path(steps[i]);
            if (!attribute.isMissingNode()) {
                return inside(attribute, steps, i);
            }
            JsonNode nested = block.path("block_types").path(steps[i]);
            if (nested.isMissingNode()) {
                return new Found.Nothing(steps[i], names(block));
            }
            block = nested.path("block");
        }
        return new Found.Block();
    }

    private static Found inside(JsonNode attribute, String[] steps, int at) {
        JsonNode type = attribute.path("type");
        boolean last = at == steps.length - 1;
        if (last) {
            return new Found.Attribute(words(type));
        }
        String kind = type.isArray() ? type.path(0).asText() : "";
        if (kind.equals("map")) {
            return new Found.Attribute(words(type.path(1)));
        }
        JsonNode element = kind.equals("object") ? type : type.path(1);
        JsonNode field = element.path(1).path(steps[at + 1]);
        return field.isMissingNode() ? new Found.Nothing(steps[at + 1], List.of()) : new Found.Attribute(words(field));
    }

    private static List<String> names(JsonNode block) {
        Set<String> names = new TreeSet<>();
        block.path("attributes").fieldNames().forEachRemaining(names::add);
        block.path("block_types").fieldNames().forEachRemaining(names::add);
        return List.copyOf(names);
    }

    private static String words(JsonNode type) {
        return type.isTextual() ? type.asText() : type.path(0).asText("object") + " of " + words(type.path(1));
    }
}
