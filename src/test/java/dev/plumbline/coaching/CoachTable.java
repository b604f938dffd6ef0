package dev.plumbline.coaching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.cloud.LiveResource;
import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.FakeEvidence;
import dev.plumbline.grading.PlanEvidence;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.Stage;
import dev.plumbline.grading.Verdict;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCatalogue;
import dev.plumbline.terraform.Diagnostic;
import dev.plumbline.terraform.PlanDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Prints what the coach says first to every case of a corpus, beside the teacher's word, in seconds: Terraform's answers
 * are those recorded in the cases, the account's are taken from their labels. Fixes are made and diagnosed again. The
 * replay of the corpus proves the same with the real Terraform; this is for the work on the catalogue.
 *
 * <p>Arguments: the corpus' learners folder, and a folder of prepared workspaces (may be missing).
 */
public final class CoachTable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CoachTable() {}

    /** Runs it. */
    public static void main(String[] args) throws IOException {
        Path learners = Path.of(args[0]);
        Path prepared = Path.of(args.length > 1 ? args[1] : "nowhere");
        String only = args.length > 2 ? args[2] : "";
        Path home = Path.of("").toAbsolutePath();
        Lab lab = new LabCatalogue(home).load("kinesis-stream");
        Coach coach = Coach.of(home);
        int right = 0;
        int all = 0;
        int fixes = 0;
        int fixed = 0;
        List<Path> cases;
        try (Stream<Path> folders = Files.list(learners)) {
            cases = folders.filter(f -> Files.exists(f.resolve("case.json")))
                    .sorted()
                    .toList();
        }
        for (Path folder : cases) {
            String name = folder.getFileName().toString();
            if (!name.startsWith(only)) {
                continue;
            }
            JsonNode json = JSON.readTree(folder.resolve("case.json").toFile());
            Path work = Files.createTempDirectory("coach-table");
            try {
                fill(folder, prepared.resolve(name).resolve("home"), json, work.resolve("home"));
                Path workspace = work.resolve("home").resolve("terraform");
                List<Diagnosis> found = coach.diagnose(lab, evidence(lab, json, workspace), report(json));
                String first = found.isEmpty() ? "none" : found.get(0).mistake();
                String expected = json.path("mistake").asText();
                boolean remark = !found.isEmpty() && found.get(0).remark();
                boolean ok = first.equals(expected)
                        || (expected.equals("none") && remark)
                        || (json.path("verdict").asText().equals("pass") && (found.isEmpty() || remark));
                all++;
                right += ok ? 1 : 0;
                String fix = "";
                if (json.path("fix").has("diff")) {
                    fixes++;
                    fix = mend(coach, lab, json, workspace, found);
                    fixed += fix.equals("mended") ? 1 : 0;
                }
                boolean show = !ok || (!fix.isEmpty() && !fix.equals("mended")) || !only.isEmpty();
                if (show) {
                    System.out.printf(
                            Locale.ROOT, "%-4s %-36s %-28s %-28s %s%n", ok ? "" : "BAD", name, expected, first, fix);
                    for (Diagnosis d : only.isEmpty() ? List.<Diagnosis>of() : found) {
                        System.out.println("      " + d.mistake() + " | " + d.title() + " | " + d.explanation());
                        System.out.println(
                                "      place " + d.place() + " command " + d.command() + " folds " + d.consequences());
                        System.out.println("      fix " + d.fix());
                    }
                }
            } finally {
                delete(work);
            }
        }
        System.out.printf(
                Locale.ROOT, "first diagnosis %d of %d, mended at source level %d of %d%n", right, all, fixed, fixes);
    }

    private static void fill(Path folder, Path prepared, JsonNode json, Path home) throws IOException {
        Path workspace = home.resolve("terraform");
        if (Files.isDirectory(prepared)) {
            copy(prepared, home);
            return;
        }
        Files.createDirectories(workspace);
        copy(folder, workspace);
        for (JsonNode step : json.path("setup")) {
            String text = step.asText();
            if (text.startsWith("edit:") || text.startsWith("write:")) {
                String[] parts = text.substring(text.indexOf(':') + 1).split("<-", 2);
                Files.copy(
                        folder.resolve(parts[1]),
                        workspace.resolve(parts[0]),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            } else if (text.equals("init")) {
                Files.createDirectories(workspace.resolve(".terraform/providers"));
                Files.writeString(workspace.resolve(".terraform.lock.hcl"), "");
            }
        }
        if (Files.isDirectory(folder.resolve("_parent"))) {
            copy(folder.resolve("_parent"), home);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files = walk.toList();
        }
        for (Path file : files) {
            String name = from.relativize(file).toString();
            if (name.startsWith("_") || name.equals("case.json") || name.contains("providers/registry")) {
                continue;
            }
            Path target = to.resolve(name);
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else {
                Files.createDirectories(target.getParent());
                Files.copy(
                        file,
                        target,
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                        java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static FakeEvidence evidence(Lab lab, JsonNode json, Path workspace) throws IOException {
        Map<String, String> environment = new HashMap<>();
        json.path("env")
                .properties()
                .forEach(e -> environment.put(e.getKey(), e.getValue().asText()));
        FakeEvidence evidence = new FakeEvidence(lab, workspace, environment);
        JsonNode says = json.path("terraform_says");
        evidence.validated(diagnostics(says.path("validate")));
        evidence.planned(plan(evidence, json, says.path("plan")));
        JsonNode aws = json.path("in_aws");
        if (aws.path("name").asText().equals("pass")
                && aws.path("region").asText("pass").equals("pass")) {
            String mode = aws.path("mode").asText().equals("pass") ? "ON_DEMAND" : "PROVISIONED";
            evidence.live(stream("datacenter-stream", "us-east-1", mode));
        }
        if (json.path("setup").toString().contains("us-west-2") || workspaceMentions(json, "us-west-2")) {
            evidence.live(stream("datacenter-stream", "us-west-2", "ON_DEMAND"));
        }
        String server = json.path("server").asText("");
        LiveAnswer.Cause cause =
                switch (server) {
                    case "none", "down-after-setup" -> LiveAnswer.Cause.UNREACHABLE;
                    case "html404" -> LiveAnswer.Cause.NOT_AWS;
                    case "denied" -> LiveAnswer.Cause.DENIED;
                    case "badsecret", "expired", "invalid" -> LiveAnswer.Cause.CREDENTIALS;
                    default -> null;
                };
        if (cause != null) {
            evidence.unanswered(new LiveAnswer.Unknown(cause, server));
        }
        return evidence;
    }

    private static boolean workspaceMentions(JsonNode json, String region) {
        return json.path("mistake").asText().startsWith("wrong-region-corrected")
                || (json.path("mistake").asText().startsWith("orphan") && !region.isEmpty());
    }

    private static LiveResource stream(String name, String region, String mode) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("name", name);
        attributes.put("stream_mode_details", List.of(Map.of("stream_mode", mode)));
        return new LiveResource(
                "aws_kinesis_stream", name, region, "123456789012", "ACTIVE", null, Map.copyOf(attributes));
    }

    private static List<Diagnostic> diagnostics(JsonNode said) {
        List<Diagnostic> all = new ArrayList<>();
        for (String kind : List.of("errors", "warnings")) {
            for (JsonNode e : said.path(kind)) {
                Diagnostic.Range range =
                        e.path("file").isTextual() && e.path("line").isInt()
                                ? new Diagnostic.Range(
                                        e.path("file").asText(),
                                        e.path("line").asInt(),
                                        e.path("column").asInt(1),
                                        e.path("line").asInt(),
                                        e.path("column").asInt(1) + 1)
                                : null;
                all.add(new Diagnostic(
                        e.path("severity").asText("error"),
                        e.path("summary").asText(),
                        e.path("detail").asText(""),
                        e.path("address").isTextual() ? e.path("address").asText() : null,
                        range,
                        e.path("context").isTextual() ? e.path("context").asText() : null,
                        e.path("code").isTextual() ? e.path("code").asText() : null));
            }
        }
        return all;
    }

    private static PlanEvidence plan(FakeEvidence evidence, JsonNode json, JsonNode said) {
        if (said.path("exit").asInt(0) == 1) {
            return new PlanEvidence.Refused(diagnostics(said));
        }
        List<PlanDocument.ResourceChange> changes = new ArrayList<>();
        List<PlanDocument.Resource> refreshed = new ArrayList<>();
        for (JsonNode a : said.path("actions")) {
            List<String> actions = new ArrayList<>();
            a.path("actions").forEach(x -> actions.add(x.asText()));
            String address = a.path("address").asText();
            Map<String, Object> before = new LinkedHashMap<>();
            Map<String, Object> after = new LinkedHashMap<>();
            before.put("name", "datacenter-stream");
            after.put("name", "datacenter-stream");
            Map<String, Object> live = new LinkedHashMap<>();
            evidence.state().current().resources().stream()
                    .filter(r -> r.address().equals(address))
                    .forEach(r -> r.attributes().forEach((k, v) -> {
                        if (v != null) {
                            live.put(k, v);
                        }
                    }));
            a.path("changed").forEach(c -> {
                String key = c.asText();
                Object was = live.getOrDefault(key, "unset");
                boolean outside = json.path("setup").toString().contains("aws:")
                        && !json.path("setup").toString().contains("create_stream");
                Object now = outside ? "other" : was;
                live.put(key, now);
                before.put(key, now);
                after.put(
                        key,
                        key.equals("stream_mode_details") ? List.of(Map.of("stream_mode", "ON_DEMAND")) : "wanted");
            });
            refreshed.add(new PlanDocument.Resource(address, "managed", "aws_kinesis_stream", Map.copyOf(live)));
            changes.add(new PlanDocument.ResourceChange(
                    address,
                    "managed",
                    address.replaceFirst("\\..*", ""),
                    address.replaceFirst(".*\\.", ""),
                    actions,
                    Map.copyOf(before),
                    Map.copyOf(after),
                    json.path("mistake").asText().equals("import-not-applied")
                            && json.path("name").asText().contains("block"),
                    a.has("previous_address") ? a.path("previous_address").asText() : null,
                    a.path("action_reason").asText("")));
        }
        return new PlanEvidence.Planned(
                said.path("exit").asInt(0), new PlanDocument(changes, false, refreshed, List.of()), List.of());
    }

    private static Report report(JsonNode json) {
        Verdict verdict = json.path("verdict").asText().equals("pass") ? Verdict.PASSED : Verdict.FAILED;
        Stage stage = Stage.valueOf(json.path("stage").asText("written").toUpperCase(Locale.ROOT));
        return new Report(
                "kinesis-stream",
                verdict,
                stage,
                List.of(),
                List.of(),
                List.of(),
                null,
                Map.of("terraform", "1.11.4", "provider", "5.100.0"),
                Map.of());
    }

    /** Applies fixes round by round; what is left in the end. */
    private static String mend(Coach coach, Lab lab, JsonNode json, Path workspace, List<Diagnosis> found)
            throws IOException {
        List<Diagnosis> now = found;
        for (int round = 0; round < 5; round++) {
            Diagnosis.Fix fix = now.stream()
                    .filter(d -> !d.remark() && d.fix() != null)
                    .map(Diagnosis::fix)
                    .findFirst()
                    .orElse(null);
            if (fix == null) {
                return now.stream().allMatch(d -> d.remark() || isNext(d))
                        ? "mended"
                        : round == 0 ? "no fix" : "left: " + now.get(0).mistake();
            }
            new FixApplier(workspace).apply(fix);
            Map<String, String> environment = new HashMap<>();
            json.path("env")
                    .properties()
                    .forEach(e -> environment.put(e.getKey(), e.getValue().asText()));
            now = coach.diagnoseSource(lab, new FakeEvidence(lab, workspace, environment), report(json));
        }
        return "not in 5 rounds: " + now.get(0).mistake();
    }

    private static boolean isNext(Diagnosis d) {
        return List.of(
                        "not-initialised",
                        "not-applied",
                        "destroyed",
                        "lock-missing",
                        "dot-terraform-missing",
                        "tainted",
                        "provisioner-failed-tainted")
                .contains(d.mistake());
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }
}
