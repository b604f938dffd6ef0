package dev.plumbline.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Terraform says of a folder: everything that a verdict can rest on.
 *
 * @param validateExit exit code of validate
 * @param planExit exit code of plan -detailed-exitcode
 * @param diagnostics of both, each with severity, summary, detail and range, in the order of their text
 * @param changes {@code resource_changes}, {@code output_changes} and {@code resource_drift} of the plan
 * @param showExit exit code of show -json of the state as it lies there
 * @param state what that show said
 */
record Outcome(
        int validateExit, int planExit, List<String> diagnostics, List<String> changes, int showExit, String state) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLAN = "saved.plan";

    static Outcome of(Terraform terraform) throws IOException, InterruptedException {
        List<String> diagnostics = new ArrayList<>();
        Terraform.Result validate = terraform.run("validate", "-json");
        for (JsonNode diagnostic : JSON.readTree(validate.output()).path("diagnostics")) {
            diagnostics.add("validate: " + text(diagnostic));
        }
        Terraform.Result plan =
                terraform.run("plan", "-json", "-input=false", "-lock=false", "-detailed-exitcode", "-out=" + PLAN);
        for (String line : plan.output().split("\n")) {
            JsonNode message = line.startsWith("{") ? JSON.readTree(line) : JSON.createObjectNode();
            if (message.path("type").asText().equals("diagnostic")) {
                diagnostics.add("plan: " + text(message.path("diagnostic")));
            } else if (!line.startsWith("{")) {
                diagnostics.add("plan: " + line.strip());
            }
        }
        Collections.sort(diagnostics);
        Terraform.Result show = terraform.run("show", "-json");
        return new Outcome(
                validate.exitCode(),
                plan.exitCode(),
                diagnostics,
                changes(terraform),
                show.exitCode(),
                show.output().strip());
    }

    private static List<String> changes(Terraform terraform) throws IOException, InterruptedException {
        Path file = terraform.folder().resolve(PLAN);
        if (!Files.exists(file)) {
            return List.of();
        }
        Terraform.Result show = terraform.run("show", "-json", PLAN);
        Files.delete(file);
        JsonNode plan = JSON.readTree(show.output());
        return List.of(
                plan.path("resource_changes").toString(),
                plan.path("output_changes").toString(),
                plan.path("resource_drift").toString());
    }

    /** A diagnostic with everything that is compared of it. */
    static String text(JsonNode diagnostic) {
        return diagnostic.path("severity").asText()
                + " | " + diagnostic.path("summary").asText()
                + " | " + unnumbered(diagnostic.path("detail").asText())
                + " | " + diagnostic.path("range")
                + " | " + diagnostic.path("address").asText();
    }

    /** AWS gives each answer another request number. */
    private static String unnumbered(String detail) {
        return detail.replaceAll("RequestID: [0-9a-zA-Z-]*", "RequestID: …");
    }

    /** The same without the complaint that this provider is not installed. */
    Outcome withoutMissing(String provider) {
        List<String> rest = diagnostics.stream()
                .filter(said -> !said.contains(
                        "Missing required provider | This configuration requires provider " + provider + ","))
                .map(said -> said.replace(
                        "\n  - provider " + provider + ": required by this configuration but no version is selected",
                        ""))
                .toList();
        return new Outcome(validateExit, planExit, rest, changes, showExit, state);
    }

    /** The diagnostics of one command, without its name. */
    List<String> saidBy(String command) {
        String start = command + ": ";
        return diagnostics.stream()
                .filter(said -> said.startsWith(start))
                .map(said -> said.substring(start.length()))
                .toList();
    }

    /** The same with what another outcome's plan said. */
    Outcome withPlanOf(Outcome other) {
        List<String> all = Stream.concat(
                        saidBy("validate").stream().map(said -> "validate: " + said),
                        other.saidBy("plan").stream().map(said -> "plan: " + said))
                .sorted()
                .toList();
        return new Outcome(validateExit, other.planExit, all, changes, showExit, state);
    }

    /** What another outcome has that this one has not, and the reverse; empty where they agree. */
    List<String> differencesTo(Outcome other) {
        List<String> differences = new ArrayList<>();
        differ("exit code of validate", validateExit, other.validateExit, differences);
        differ("exit code of plan", planExit, other.planExit, differences);
        for (String diagnostic : diagnostics) {
            if (!other.diagnostics.contains(diagnostic)) {
                differences.add("only here: " + diagnostic);
            }
        }
        for (String diagnostic : other.diagnostics) {
            if (!diagnostics.contains(diagnostic)) {
                differences.add("only there: " + diagnostic);
            }
        }
        differ("number of diagnostics", diagnostics.size(), other.diagnostics.size(), differences);
        differ("changes", changes, other.changes, differences);
        differ("exit code of show", showExit, other.showExit, differences);
        differ("state", state, other.state, differences);
        return differences;
    }

    private static void differ(String what, Object here, Object there, List<String> differences) {
        if (!here.equals(there)) {
            differences.add(what + ": " + here + " / " + there);
        }
    }
}
