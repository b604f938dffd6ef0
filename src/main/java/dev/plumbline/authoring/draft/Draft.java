package dev.plumbline.authoring.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The code of a new lab: its answers, right and wrong. */
final class Draft {
    private final Blueprint plan;

    Draft(Blueprint plan) {
        this.plan = plan;
    }

    /** The solution. */
    String solution() {
        return provider(plan.region()) + "\n" + resource(plan.name(), plan.wanted());
    }

    private static String provider(String region) {
        return "provider \"aws\" {\n  region = \"" + region + "\"\n}\n";
    }

    private String resource(String name, Map<String, String> arguments) {
        StringBuilder text = new StringBuilder();
        text.append("resource \"")
                .append(plan.type())
                .append("\" \"")
                .append(plan.label())
                .append("\" {\n");
        text.append("  ").append(plan.identity()).append(" = \"").append(name).append("\"\n");
        arguments.forEach((path, value) -> {
            int dot = path.indexOf('.');
            if (dot < 0) {
                text.append("  ")
                        .append(path)
                        .append(" = ")
                        .append(Blueprint.literal(value))
                        .append('\n');
            } else {
                text.append("\n  ").append(path, 0, dot).append(" {\n    ").append(path.substring(dot + 1));
                text.append(" = ").append(Blueprint.literal(value)).append("\n  }\n");
            }
        });
        return text.append("}\n").toString();
    }

    /** One answer with what must come of it. */
    record Case(String name, Map<String, String> files, String yaml) {}

    /** All of them: at least one that fails each requirement, and two that pass. */
    List<Case> cases() {
        List<Case> all = new java.util.ArrayList<>();
        all.add(wrong(
                "wrong-name",
                file(provider(plan.region()) + "\n" + resource(plan.name() + "-2", plan.wanted())),
                "[name]",
                "Another name."));
        all.add(wrong(
                "wrong-region",
                file(provider(elsewhere()) + "\n" + resource(plan.name(), plan.wanted())),
                "[region]",
                "Made in another region."));
        Map<String, String> split = new LinkedHashMap<>();
        split.put("main.tf", resource(plan.name(), plan.wanted()));
        split.put("provider.tf", provider(plan.region()));
        all.add(wrong("two-files", split, "[single-file]", "The provider block is in a second file."));
        for (String path : plan.wanted().keySet()) {
            Map<String, String> fewer = new LinkedHashMap<>(plan.wanted());
            fewer.remove(path);
            String id = Blueprint.requirement(path);
            all.add(wrong(
                    id + "-left-out",
                    file(provider(plan.region()) + "\n" + resource(plan.name(), fewer)),
                    "[" + id + "]",
                    "The file does not say it."));
        }
        Case edited = wrong(
                "edited-after-apply",
                file(provider(plan.region()) + "\n" + resource(plan.name() + "-2", plan.wanted())),
                "[name, no-changes]",
                "Applied, and then the name in the file was changed.");
        all.add(new Case(edited.name(), edited.files(), edited.yaml() + "layer: applied\n"));
        String variables = solution()
                        .replace("region = \"" + plan.region() + "\"", "region = var.region")
                        .replace(plan.identity() + " = \"" + plan.name() + "\"", plan.identity() + " = local.name")
                + "\nvariable \"region\" {\n  default = \"" + plan.region() + "\"\n}\n\nlocals {\n  name = \""
                + plan.name()
                + "\"\n}\n";
        all.add(right("variables", file(variables), "Name and region come from a local and a variable."));
        all.add(right(
                "count-of-one",
                file(solution()
                        .replaceFirst(
                                "\\n  " + plan.identity() + " = ", "\n  count = 1\n  " + plan.identity() + " = ")),
                "count = 1 makes one."));
        return all;
    }

    private String elsewhere() {
        return plan.region().equals("eu-west-1") ? "us-east-1" : "eu-west-1";
    }

    private static Map<String, String> file(String text) {
        return Map.of("main.tf", text);
    }

    private static Case wrong(String name, Map<String, String> files, String fails, String why) {
        return new Case(name, files, "expect: failed\nfails: " + fails + "\nwhy: " + why + "\n");
    }

    private static Case right(String name, Map<String, String> files, String why) {
        return new Case(name, files, "expect: passed\nwhy: " + why + "\n");
    }
}
