package dev.plumbline.coaching;

import dev.plumbline.lab.Check;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.Predicate;
import dev.plumbline.lab.Requirement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the lab asks for, with its parameters filled in: the values that fixes write.
 *
 * @param type the subject's Terraform type
 * @param noun what a person calls it
 * @param identity the argument by which the cloud knows it
 * @param name what that must be
 * @param region the region, or empty where the lab asks for none
 * @param attributes further attributes of the subject with one right value, by dotted path, in the lab's order
 * @param codeFile the one file for code
 * @param preserved whether it has to stay the very one that the lab began with: then to delete it is no way out
 */
record Wanted(
        String type,
        String noun,
        String identity,
        String name,
        String region,
        Map<String, Object> attributes,
        String codeFile,
        boolean preserved) {

    /** The capacity mode's path, the same in file, plan, state and cloud. */
    static final String MODE = "stream_mode_details.stream_mode";

    static Wanted of(Lab lab) {
        Map<String, Object> variables = Map.of("parameters", lab.parameters().values());
        Map<String, Object> attributes = new LinkedHashMap<>();
        String[] region = {""};
        for (Requirement requirement : lab.requirements()) {
            collect(requirement.check(), lab, variables, attributes, region);
        }
        attributes.remove(lab.subject().identity());
        return new Wanted(
                lab.subject().resource(),
                lab.subject().noun(),
                lab.subject().identity(),
                Words.fill(lab.subject().value(), variables),
                // A lab that asks for no region still has one, where its set-up made the subject.
                region[0].isEmpty() ? lab.parameters().text("region") : region[0],
                attributes,
                lab.rules().codeFile(),
                lab.requirements().stream().anyMatch(r -> keeps(r.check())));
    }

    private static boolean keeps(Check check) {
        return check instanceof Check.Preserved
                || (check instanceof Check.All all && all.checks().stream().anyMatch(Wanted::keeps));
    }

    private static void collect(
            Check check, Lab lab, Map<String, Object> variables, Map<String, Object> attributes, String[] region) {
        if (check instanceof Check.All all) {
            all.checks().forEach(each -> collect(each, lab, variables, attributes, region));
        } else if (check instanceof Check.Region asked) {
            region[0] = Words.fill(asked.equals(), variables);
        } else if (check instanceof Check.Attribute attribute
                && (attribute.resource().isEmpty()
                        || attribute.resource().equals(lab.subject().resource()))) {
            // tags_all is what AWS has; what a file sets is tags.
            String path = attribute.attribute().equals("tags_all") ? "tags" : attribute.attribute();
            put(attributes, path, attribute.predicate(), variables);
        }
    }

    private static void put(
            Map<String, Object> attributes, String path, Predicate predicate, Map<String, Object> variables) {
        if (predicate instanceof Predicate.Equals equal) {
            Object value = equal.value();
            attributes.put(path, value instanceof String text ? Words.fill(text, variables) : value);
        } else if (predicate instanceof Predicate.OneOf several
                && !several.values().isEmpty()) {
            attributes.putIfAbsent(path, several.values().get(0));
        } else if (predicate instanceof Predicate.Between range) {
            Object value = range.least() != null ? range.least() : range.most();
            if (value != null) {
                attributes.putIfAbsent(path, value);
            }
        } else if (predicate instanceof Predicate.Contains some) {
            Map<String, Object> entries = new LinkedHashMap<>();
            some.entries()
                    .forEach((key, value) ->
                            entries.put(key, value instanceof String text ? Words.fill(text, variables) : value));
            attributes.putIfAbsent(path, entries);
        }
    }

    /** The wanted mode, or empty where the lab does not ask for one. */
    String mode() {
        Object mode = attributes.get(MODE);
        return mode == null ? "" : mode.toString();
    }

    /** Whether the lab asks for on-demand capacity. */
    boolean onDemand() {
        return mode().equals("ON_DEMAND");
    }

    /** A label for the resource where the learner has chosen none: the name, made fit for one. */
    String label() {
        String fit = name.replaceAll("[^A-Za-z0-9_]", "_");
        return fit.isEmpty() || Character.isDigit(fit.charAt(0)) ? "_" + fit : fit;
    }

    /** The variables of all texts. */
    Map<String, Object> variables() {
        return Map.of(
                "type", type,
                "noun", noun,
                "identity", identity,
                "name", name,
                "region", region,
                "mode", mode(),
                "onDemand", onDemand(),
                "isKinesis", type.equals("aws_kinesis_stream"),
                "preserved", preserved);
    }
}
