package dev.plumbline.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The user's Terraform CLI configuration, as far as it decides where providers come from. */
final class CliConfiguration {
    private CliConfiguration() {}

    /** Changes when the configuration's text does; its place is {@code TF_CLI_CONFIG_FILE}, else {@code ~/.terraformrc}. */
    static String fingerprint(Map<String, String> environment) {
        String named = environment.getOrDefault("TF_CLI_CONFIG_FILE", "");
        Path file = named.isEmpty() ? Path.of(environment.getOrDefault("HOME", "/"), ".terraformrc") : Path.of(named);
        try {
            return Digests.hex(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException none) {
            return "none";
        }
    }
}
