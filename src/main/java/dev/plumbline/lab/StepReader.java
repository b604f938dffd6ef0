package dev.plumbline.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the steps of a set-up or a drill. */
final class StepReader {
    private static final List<String> KINDS = List.of("cloud", "terraform", "copy", "remove", "replace");
    private static final List<String> COMMANDS =
            List.of("init", "plan", "apply", "destroy", "import", "state", "workspace", "untaint", "taint", "refresh");
    private static final Pattern OPERATION = Pattern.compile("[A-Z][A-Za-z]+");

    private final Filler filler;
    private final Path labDirectory;

    StepReader(Filler filler, Path labDirectory) {
        this.filler = filler;
        this.labDirectory = labDirectory;
    }

    List<SetupStep> read(List<YamlNode> nodes) {
        return nodes.stream().flatMap(node -> one(node).stream()).toList();
    }

    private Optional<SetupStep> one(YamlNode node) {
        if (!node.isMap()) {
            node.problem("expected a step, found " + node.describe(), "A step is one of " + String.join(", ", KINDS));
            return Optional.empty();
        }
        Optional<String> kind =
                KINDS.stream().filter(key -> node.map().containsKey(key)).findFirst();
        if (kind.isEmpty()) {
            String found = node.map().keySet().stream().findFirst().orElse("");
            node.problem("unknown step '" + found + "'", Nearest.hint(found, KINDS));
            return Optional.empty();
        }
        return Optional.of(
                switch (kind.get()) {
                    case "cloud" -> cloud(node);
                    case "terraform" -> terraform(node);
                    case "copy" -> copy(node);
                    case "remove" -> remove(node);
                    default -> replace(node);
                });
    }

    private SetupStep cloud(YamlNode node) {
        node.allow("cloud");
        YamlNode call = node.require("cloud");
        if (call == null) {
            return new SetupStep.Cloud("", "", "", Map.of());
        }
        call.allow("service", "operation", "region", "parameters");
        String operation = call.text("operation");
        if (!operation.isEmpty() && !OPERATION.matcher(operation).matches()) {
            call.key("operation")
                    .problem("'" + operation + "' is no operation of AWS", "Write it as the API does: CreateStream");
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        YamlNode given = call.find("parameters");
        if (given != null) {
            given.map().forEach((name, value) -> parameters.put(name, filler.fillValue(value)));
        }
        return new SetupStep.Cloud(call.text("service"), operation, filler.fill(call, "region"), parameters);
    }

    private SetupStep terraform(YamlNode node) {
        node.allow("terraform");
        List<YamlNode> words = node.list("terraform");
        if (words.isEmpty()) {
            node.problem("'terraform' has no command", "List its words: [apply, -auto-approve]");
        } else if (!COMMANDS.contains(words.get(0).text())) {
            words.get(0)
                    .problem(
                            "'" + words.get(0).text() + "' is not a command for a step",
                            Nearest.hint(words.get(0).text(), COMMANDS));
        }
        return new SetupStep.Terraform(words.stream().map(filler::forWorkspace).toList());
    }

    private SetupStep copy(YamlNode node) {
        node.allow("copy", "to");
        YamlNode from = node.require("copy");
        String name = from == null ? "" : inside(from);
        if (from != null && !name.isEmpty() && !Files.isRegularFile(labDirectory.resolve(name))) {
            from.problem(
                    "there is no file '" + name + "' in the lab's folder", "Name a file below the folder of lab.yaml");
        }
        YamlNode to = node.require("to");
        return new SetupStep.CopyFile(name, to == null ? "" : inside(to));
    }

    private SetupStep remove(YamlNode node) {
        node.allow("remove");
        YamlNode file = node.require("remove");
        return new SetupStep.RemoveFile(file == null ? "" : inside(file));
    }

    private SetupStep replace(YamlNode node) {
        node.allow("replace", "with", "in");
        YamlNode in = node.require("in");
        YamlNode find = node.require("replace");
        return new SetupStep.ReplaceText(
                in == null ? "" : inside(in), find == null ? "" : filler.fill(find), filler.fill(node, "with"));
    }

    /** A path that stays inside its folder. */
    private String inside(YamlNode node) {
        String name = filler.fill(node);
        boolean leaves = name.startsWith("/")
                || name.contains("\\")
                || name.contains(":")
                || List.of(name.split("/")).contains("..");
        if (leaves) {
            node.problem("'" + name + "' leads out of the folder", "Use a relative path without '..'");
            return "";
        }
        return name;
    }
}
