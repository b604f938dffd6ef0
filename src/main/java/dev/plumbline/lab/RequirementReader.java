package dev.plumbline.lab;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the requirements of a lab: those in force for its parameters, after all of them have been checked. */
final class RequirementReader {
    static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final Filler filler;
    private final Parameters parameters;
    private final CheckReader checks;

    RequirementReader(Filler filler, Parameters parameters) {
        this.filler = filler;
        this.parameters = parameters;
        this.checks = new CheckReader(filler);
    }

    List<Requirement> read(YamlNode lab) {
        Map<String, YamlNode> byId = new LinkedHashMap<>();
        List<Requirement> inForce = new ArrayList<>();
        List<YamlNode> nodes = lab.list("requirements");
        for (YamlNode node : nodes) {
            node.allow("id", "title", "points", "needs", "when", "check", "messages");
            Requirement requirement = one(node);
            YamlNode id = node.find("id");
            if (id != null && byId.putIfAbsent(requirement.id(), node) != null) {
                id.problem("a second requirement '" + requirement.id() + "'", "Give it an id of its own");
            }
            if (parameters.holds(ParameterReader.condition(node.find("when"), parameters))) {
                inForce.add(requirement);
            }
        }
        if (nodes.isEmpty() && lab.isMap()) {
            lab.key("requirements")
                    .problem("the lab has no requirements", "Add 'requirements:' with at least one item");
        }
        checkNeeds(byId);
        Set<String> ids = new HashSet<>();
        inForce.forEach(requirement -> ids.add(requirement.id()));
        return inForce.stream()
                .map(requirement -> needingOnly(requirement, ids))
                .toList();
    }

    /** One requirement, written out. */
    Requirement one(YamlNode node) {
        String id = node.text("id");
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            node.key("id").problem("'" + id + "' is no id", "Use lower case words with dashes: stream-name");
        }
        YamlNode check = node.require("check");
        return new Requirement(
                id,
                filler.fill(node, "title"),
                node.whole("points", 1, 0, 1000),
                node.texts("needs"),
                check == null ? new Check.SingleFile() : checks.read(check),
                messages(node.find("messages")));
    }

    private Requirement.Messages messages(@Nullable YamlNode node) {
        if (node == null) {
            return Requirement.Messages.NONE;
        }
        node.allow("met", "unmet", "pending", "blocked");
        return new Requirement.Messages(
                message(node, "met"), message(node, "unmet"), message(node, "pending"), message(node, "blocked"));
    }

    private String message(YamlNode messages, String status) {
        YamlNode node = messages.find(status);
        return node == null ? "" : filler.checked(node, Filler.OF_A_FINDING);
    }

    private static void checkNeeds(Map<String, YamlNode> byId) {
        byId.forEach((id, node) -> {
            for (YamlNode need : node.list("needs")) {
                String wanted = need.text();
                if (!wanted.isEmpty() && !byId.containsKey(wanted)) {
                    need.problem("no requirement is called '" + wanted + "'", Nearest.hint(wanted, byId.keySet()));
                }
            }
        });
        Set<String> told = new HashSet<>();
        byId.keySet().forEach(id -> findCycle(id, byId, new LinkedHashSet<>(), told));
    }

    private static void findCycle(String id, Map<String, YamlNode> byId, Set<String> path, Set<String> told) {
        YamlNode node = byId.get(id);
        if (node == null || told.contains(id)) {
            return;
        }
        path.add(id);
        for (YamlNode need : node.list("needs")) {
            String next = need.text();
            if (path.contains(next)) {
                List<String> cycle = new ArrayList<>(path);
                cycle = new ArrayList<>(cycle.subList(cycle.indexOf(next), cycle.size()));
                told.addAll(cycle);
                cycle.add(next);
                need.problem(
                        "these requirements need each other: " + String.join(" → ", cycle), "Remove one of the needs");
            } else {
                findCycle(next, byId, path, told);
            }
        }
        path.remove(id);
        told.add(id);
    }

    private static Requirement needingOnly(Requirement requirement, Set<String> ids) {
        return new Requirement(
                requirement.id(),
                requirement.title(),
                requirement.points(),
                requirement.needs().stream().filter(ids::contains).toList(),
                requirement.check(),
                requirement.messages());
    }
}
