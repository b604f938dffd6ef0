package dev.plumbline.authoring.lint;

import dev.plumbline.grading.judge.CustomCheck;
import dev.plumbline.lab.Check;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCase;
import dev.plumbline.lab.LabProblem;
import dev.plumbline.lab.Nearest;
import dev.plumbline.lab.Predicate;
import dev.plumbline.lab.Requirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Requirements that can be met, each shown by a case, none in another's way. */
final class RequirementRule implements LintRule {
    @Override
    public List<Remark> check(Scene scene) {
        List<Remark> remarks = new ArrayList<>();
        neverInForce(scene, remarks);
        scene.everyForm().forEach(form -> contradictions(scene, form, remarks));
        notInstalled(scene, remarks);
        Places places = scene.places();
        Set<String> failed = new HashSet<>();
        scene.cases().forEach(one -> failed.addAll(one.fails()));
        for (Requirement requirement : scene.lab().requirements()) {
            if (!failed.contains(requirement.id())) {
                remarks.add(Remark.advice(places.inRequirement(
                        requirement.id(),
                        "id",
                        "no wrong answer in cases/ fails '" + requirement.id() + "'",
                        "Keep one that does, so that the check is known to bite")));
            }
            if (requirement.points() == 0) {
                remarks.add(Remark.advice(places.inRequirement(
                        requirement.id(), "points", "'" + requirement.id() + "' is worth nothing", "Give it a point")));
            }
        }
        waitingForFailure(scene, remarks);
        return remarks.stream().distinct().toList();
    }

    /** A condition that no drawn values fulfil. */
    private static void neverInForce(Scene scene, List<Remark> remarks) {
        Set<String> inForce = new HashSet<>();
        scene.requirements().forEach(requirement -> inForce.add(requirement.id()));
        Places places = scene.places();
        for (String id : places.ids()) {
            if (!inForce.contains(id)) {
                remarks.add(Remark.error(places.inRequirement(
                        id,
                        "when",
                        "'" + id + "' is unreachable: no values of the parameters bring it into force",
                        "Change its 'when', or add a variant")));
            }
        }
    }

    /** A check in Java that this class path does not have. */
    private static void notInstalled(Scene scene, List<Remark> remarks) {
        List<String> names =
                CustomCheck.installed().stream().map(CustomCheck::name).toList();
        for (Requirement requirement : scene.requirements()) {
            Scene.flat(requirement.check()).forEach(check -> {
                if (check instanceof Check.Custom custom && !names.contains(custom.name())) {
                    remarks.add(Remark.error(scene.places()
                            .inRequirement(
                                    requirement.id(),
                                    "java",
                                    "no check in Java is called '" + custom.name() + "' here",
                                    names.isEmpty()
                                            ? "Name its jar in PLUMBLINE_CLASSPATH"
                                            : Nearest.hint(custom.name(), names))));
                }
            });
        }
    }

    /** Two requirements that want different values of one attribute: nobody can meet both. */
    private static void contradictions(Scene scene, Lab form, List<Remark> remarks) {
        Map<String, Requirement> asked = new HashMap<>();
        Map<String, String> wanted = new HashMap<>();
        for (Requirement requirement : form.requirements()) {
            Scene.flat(requirement.check()).forEach(check -> {
                if (!(check instanceof Check.Attribute attribute)
                        || !(attribute.predicate() instanceof Predicate.Equals equal)) {
                    return;
                }
                String key = attribute.resource() + " " + attribute.attribute();
                String value = equal.expected();
                String before = wanted.putIfAbsent(key, value);
                Requirement other = asked.putIfAbsent(key, requirement);
                if (before != null && other != null && !before.equals(value)) {
                    remarks.add(Remark.error(scene.places()
                            .inRequirement(
                                    requirement.id(),
                                    "attribute",
                                    "'" + other.id() + "' wants " + attribute.attribute() + " to be " + before
                                            + " and '" + requirement.id() + "' wants " + value
                                            + ": nobody can meet both",
                                    "Remove one")));
                }
            });
        }
    }

    /** A case that must pass cannot be told to fail something; the reader sees to that. Here: cases nobody can fail. */
    private static void waitingForFailure(Scene scene, List<Remark> remarks) {
        List<String> ids =
                scene.lab().requirements().stream().map(Requirement::id).toList();
        for (LabCase one : scene.cases()) {
            if (!one.expectsPass() && one.fails().stream().noneMatch(ids::contains)) {
                remarks.add(Remark.error(LabProblem.of(
                        "labs/" + scene.lab().id() + "/cases/" + one.name() + "/case.yaml",
                        "none of the requirements it fails is in force",
                        "Name one of " + String.join(", ", ids))));
            }
        }
    }
}
