package dev.plumbline.authoring.lint;

import dev.plumbline.lab.Check;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.Nearest;
import dev.plumbline.lab.Predicate;
import dev.plumbline.lab.Requirement;
import dev.plumbline.terraform.TerraformTrouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Resource types and attributes that the provider itself knows, with predicates that fit their types. */
final class FactRule implements LintRule {
    /** Where the facts come from. */
    @FunctionalInterface
    interface Source {
        /** Asks about these types. */
        ProviderFacts about(Set<String> types) throws TerraformTrouble, InterruptedException;
    }

    private final Source source;

    FactRule(Source source) {
        this.source = source;
    }

    @Override
    public List<Remark> check(Scene scene) {
        Lab lab = scene.lab();
        Set<String> types = new TreeSet<>();
        types.add(lab.subject().resource());
        scene.requirements().forEach(r -> Scene.flat(r.check()).forEach(check -> types.add(typeOf(lab, check))));
        types.removeIf(type -> !type.startsWith("aws_"));
        if (types.isEmpty()) {
            return List.of();
        }
        try {
            return check(scene, source.about(types), types);
        } catch (TerraformTrouble unasked) {
            return List.of(Remark.advice(
                    scene.labFile(),
                    "attributes were not checked against the provider: " + unasked.getMessage(),
                    "Run 'lab doctor'"));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static List<Remark> check(Scene scene, ProviderFacts facts, Set<String> types) {
        Lab lab = scene.lab();
        List<Remark> remarks = new ArrayList<>();
        Set<String> known = facts.types();
        for (String type : types) {
            if (!known.contains(type)) {
                remarks.add(Remark.error(
                        scene.labFile(),
                        "the provider has no resource '" + type + "'",
                        Nearest.to(type, known)
                                .map(near -> "Did you mean '" + near + "'?")
                                .orElse("")));
            }
        }
        if (known.contains(lab.subject().resource())) {
            attribute(
                    scene,
                    facts,
                    "subject",
                    lab.subject().resource(),
                    lab.subject().identity(),
                    remarks);
        }
        for (Requirement requirement : scene.requirements()) {
            Scene.flat(requirement.check()).forEach(check -> {
                if (check instanceof Check.Attribute asked && known.contains(typeOf(lab, asked))) {
                    String type = typeOf(lab, asked);
                    attribute(scene, facts, requirement.id(), type, asked.attribute(), remarks);
                    predicate(scene, requirement, facts.find(type, asked.attribute()), asked.predicate(), remarks);
                }
            });
        }
        return remarks.stream().distinct().toList();
    }

    private static String typeOf(Lab lab, Check check) {
        if (check instanceof Check.Attribute asked && !asked.resource().isEmpty()) {
            return asked.resource();
        }
        return check instanceof Check.Count count
                ? count.resource()
                : lab.subject().resource();
    }

    private static void attribute(
            Scene scene, ProviderFacts facts, String who, String type, String path, List<Remark> remarks) {
        if (facts.find(type, path) instanceof ProviderFacts.Found.Nothing nothing) {
            remarks.add(Remark.error(
                    scene.labFile(),
                    "'" + who + "' speaks of '" + path + "', and " + type + " has no '" + nothing.step() + "'",
                    nothing.instead().isEmpty() ? "" : Nearest.hint(nothing.step(), nothing.instead())));
        }
    }

    private static void predicate(
            Scene scene,
            Requirement requirement,
            ProviderFacts.Found found,
            Predicate predicate,
            List<Remark> remarks) {
        String wrong = "";
        if (found instanceof ProviderFacts.Found.Block && !(predicate instanceof Predicate.Exists)) {
            wrong = "a block can only be asked for with 'exists'";
        } else if (found instanceof ProviderFacts.Found.Attribute attribute) {
            boolean map = attribute.type().startsWith("map");
            if (predicate instanceof Predicate.Contains && !map) {
                wrong = "'contains' is for maps, and this is a " + attribute.type();
            } else if (predicate instanceof Predicate.Between
                    && !attribute.type().equals("number")) {
                wrong = "bounds are for numbers, and this is a " + attribute.type();
            } else if (predicate instanceof Predicate.Matches
                    && !attribute.type().equals("string")) {
                wrong = "'matches' is for texts, and this is a " + attribute.type();
            } else if (predicate instanceof Predicate.Equals equal && equal.value() instanceof Map && !map) {
                wrong = "a map is wanted, and this is a " + attribute.type();
            } else if (predicate instanceof Predicate.Equals equal
                    && attribute.type().equals("number")
                    && !equal.expected().matches("\"?-?[0-9.]+\"?")) {
                wrong = equal.expected() + " is no number, and this is one";
            }
        }
        if (!wrong.isEmpty()) {
            remarks.add(Remark.error(scene.labFile(), "'" + requirement.id() + "': " + wrong, "Change the predicate"));
        }
    }
}
