package dev.plumbline.engine;

import dev.plumbline.engine.EngineUnavailable.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A stock {@code terraform init} of a configuration that asks for one provider and nothing else. */
final class TerraformInit {
    /** Downloading the AWS provider's 150 MB over a slow line. */
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final String terraform;
    private final Map<String, String> environment;

    TerraformInit(String terraform, Map<String, String> environment) {
        this.terraform = terraform;
        this.environment = new HashMap<>(environment);
        // What would turn this init into another one. TF_CLI_CONFIG_FILE, TF_PLUGIN_CACHE_DIR, TF_TOKEN_… stay.
        this.environment.keySet().removeIf(TerraformInit::leaksIn);
        this.environment.put("CHECKPOINT_DISABLE", "1");
    }

    private static boolean leaksIn(String name) {
        return name.startsWith("TF_CLI_ARGS")
                || name.startsWith("TF_VAR_")
                || List.of("TF_REATTACH_PROVIDERS", "TF_WORKSPACE", "TF_DATA_DIR", "TF_INPUT", "TF_LOG", "TF_LOG_PATH")
                        .contains(name);
    }

    /** Installs the provider under the folder's {@code .terraform/providers}. */
    void run(ProviderNeed need, Path folder) throws EngineUnavailable, IOException, InterruptedException {
        Files.writeString(folder.resolve("main.tf"), configuration(need));
        Path output = folder.resolve("init.log");
        ProcessBuilder builder = new ProcessBuilder(terraform, "init", "-backend=false", "-input=false", "-no-color");
        builder.directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new EngineUnavailable(Reason.NO_PROVIDER, "terraform cannot be run: " + e.getMessage());
        }
        process.getOutputStream().close();
        try {
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new EngineUnavailable(
                        Reason.NO_PROVIDER, "terraform init took more than " + LIMIT.toMinutes() + " minutes.");
            }
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new EngineUnavailable(
                    Reason.NO_PROVIDER, "terraform init finds no such provider: " + firstError(output));
        }
    }

    private static String configuration(ProviderNeed need) {
        String type = need.source().substring(need.source().lastIndexOf('/') + 1);
        String version = need.constraints().isEmpty()
                ? ""
                : "\n      version = \"" + quoted(String.join(", ", need.constraints())) + "\"";
        return """
                terraform {
                  required_providers {
                    %s = {
                      source = "%s"%s
                    }
                  }
                }
                """
                .formatted(type, quoted(need.source()), version);
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", " ")
                .replace("${", "$${");
    }

    private static String firstError(Path output) throws IOException {
        List<String> lines = Files.readAllLines(output, StandardCharsets.ISO_8859_1);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("Error:")) {
                String rest = String.join(" ", lines.subList(i, Math.min(lines.size(), i + 8)));
                return rest.replaceAll("\\s+", " ").strip();
            }
        }
        return "it says nothing about why";
    }
}
