package dev.plumbline.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the drills of a lab: those in force for its parameters. */
final class DrillReader {
    private final Filler filler;
    private final Parameters parameters;
    private final StepReader steps;
    private final RequirementReader requirementReader;

    DrillReader(Filler filler, Parameters parameters, Path labDirectory) {
        this.filler = filler;
        this.parameters = parameters;
        this.steps = new StepReader(filler, labDirectory);
        this.requirementReader = new RequirementReader(filler, parameters);
    }

    List<Drill> read(YamlNode lab, Set<String> requirements) {
        List<Drill> drills = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlNode node : lab.list("drills")) {
            node.allow("id", "title", "when", "story", "goal", "steps", "hints", "mistakes");
            Drill drill = one(node, requirements);
            if (!ids.add(drill.id()) && node.find("id") != null) {
                node.key("id").problem("a second drill '" + drill.id() + "'", "Give it an id of its own");
            }
            if (parameters.holds(ParameterReader.condition(node.find("when"), parameters))) {
                drills.add(drill);
            }
        }
        return drills;
    }

    private Drill one(YamlNode node, Set<String> requirements) {
        String id = node.text("id");
        if (!id.isEmpty() && !RequirementReader.ID.matcher(id).matches()) {
            node.key("id").problem("'" + id + "' is no id", "Use lower case words with dashes: mode-changed");
        }
        YamlNode story = node.require("story");
        List<String> again = new ArrayList<>();
        List<Requirement> own = new ArrayList<>();
        for (YamlNode goal : node.list("goal")) {
            if (goal.isMap()) {
                own.add(own(goal, requirements));
                continue;
            }
            String wanted = goal.text();
            again.add(wanted);
            if (!wanted.isEmpty() && !requirements.contains(wanted)) {
                goal.problem("no requirement is called '" + wanted + "'", Nearest.hint(wanted, requirements));
            }
        }
        if (node.require("goal") != null && node.list("goal").isEmpty()) {
            node.key("goal").problem("the goal names no requirement", "List the ids that must be met again");
        }
        if (node.require("steps") != null && node.list("steps").isEmpty()) {
            node.key("steps").problem("nothing breaks in this drill", "List at least one step");
        }
        return new Drill(
                id,
                filler.fill(node, "title"),
                story == null ? "" : filler.forWorkspace(story),
                again,
                own,
                steps.read(node.list("steps")),
                node.list("hints").stream().map(filler::forWorkspace).toList(),
                node.list("mistakes").stream().map(YamlNode::text).toList());
    }

    /** A requirement that only this drill has, written out where others are named. */
    private Requirement own(YamlNode node, Set<String> requirements) {
        node.allow("id", "title", "points", "check", "messages");
        Requirement requirement = requirementReader.one(node);
        if (requirements.contains(requirement.id())) {
            node.key("id").problem("the lab has a requirement '" + requirement.id() + "'", "Give it an id of its own");
        }
        return requirement;
    }
}
