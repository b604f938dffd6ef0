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
import java.util.Optional;
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
        Places places = scene.places();
        List<Remark> remarks = new ArrayList<>();
        Set<String> known = facts.types();
        String subject = lab.subject().resource();
        if (!known.contains(subject)) {
            remarks.add(
                    Remark.error(places.inSection("subject", "resource", unknown(subject), nearest(subject, known))));
        } else {
            wrong(facts, "subject", subject, lab.subject().identity())
                    .map(told -> places.inSection("subject", "identity", told.says(), told.next()))
                    .map(Remark::error)
                    .ifPresent(remarks::add);
        }
        for (Requirement requirement : scene.requirements()) {
            Scene.flat(requirement.check()).forEach(check -> {
                String type = typeOf(lab, check);
                String id = requirement.id();
                if (!known.contains(type) && !type.equals(subject) && types.contains(type)) {
                    String key = check instanceof Check.Count ? "count" : "resource";
                    remarks.add(Remark.error(places.inRequirement(id, key, unknown(type), nearest(type, known))));
                } else if (check instanceof Check.Attribute asked && known.contains(type)) {
                    wrong(facts, id, type, asked.attribute())
                            .or(() -> misfit(id, facts.find(type, asked.attribute()), asked.predicate()))
                            .map(told -> places.inRequirement(id, "attribute", told.says(), told.next()))
                            .map(Remark::error)
                            .ifPresent(remarks::add);
                }
            });
        }
        return remarks.stream().distinct().toList();
    }

    private static String unknown(String type) {
        return "the provider has no resource '" + type + "'";
    }

    private static String nearest(String type, Set<String> known) {
        return Nearest.to(type, known)
                .map(near -> "Did you mean '" + near + "'?")
                .orElse("");
    }

    /** What is wrong, before its place is known. */
    private record Told(String says, String next) {}

    private static String typeOf(Lab lab, Check check) {
        if (check instanceof Check.Attribute asked && !asked.resource().isEmpty()) {
            return asked.resource();
        }
        return check instanceof Check.Count count
                ? count.resource()
                : lab.subject().resource();
    }

    private static Optional<Told> wrong(ProviderFacts facts, String who, String type, String path) {
        return facts.find(type, path) instanceof ProviderFacts.Found.Nothing nothing
                ? Optional.of(new Told(
                        "'" + who + "' speaks of '" + path + "', and " + type + " has no '" + nothing.step() + "'",
                        nothing.instead().isEmpty() ? "" : Nearest.hint(nothing.step(), nothing.instead())))
                : Optional.empty();
    }

    private static Optional<Told> misfit(String requirement, ProviderFacts.Found found, Predicate predicate) {
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
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(new Told("'" + requirement + "': " + wrong, "Change the predicate"));
    }
}
