package dev.plumbline.authoring.draft;

import java.util.Map;

/** The {@code lab.yaml} of a new lab. */
final class LabYaml {
    private LabYaml() {}

    static String of(Blueprint plan) {
        StringBuilder text = new StringBuilder();
        text.append("# The reference of this format is docs/authoring.md.\n")
                .append("title: " + quoted(plan.title()) + "\n")
                .append("summary: " + quoted("Write one file that makes a " + plan.noun() + ", and apply it.") + "\n")
                .append("minutes: 20\n")
                .append("services: [" + plan.service() + "]\n\n")
                .append("parameters:\n  name: " + quoted(plan.name()) + "\n  region: " + quoted(plan.region()) + "\n\n")
                .append("workspace:\n  code: main.tf\n  providers: [hashicorp/aws]\n  starter: false\n\n")
                .append("subject:\n  resource: " + plan.type() + "\n  noun: " + quoted(plan.noun()) + "\n  identity: "
                        + plan.identity() + "\n  value: \"{{parameters.name}}\"\n\n")
                .append("requirements:\n")
                .append(requirement("single-file", "All Terraform code is in main.tf", "single_file"))
                .append(requirement(
                        "name",
                        "The " + plan.noun() + " is called {{parameters.name}}",
                        "{attribute: " + plan.identity() + ", equals: \"{{parameters.name}}\"}"))
                .append(requirement(
                        "region", "It lives in {{parameters.region}}", "{region: \"{{parameters.region}}\"}"));
        for (Map.Entry<String, String> wanted : plan.wanted().entrySet()) {
            text.append(requirement(
                    Blueprint.requirement(wanted.getKey()),
                    wanted.getKey() + " is " + wanted.getValue(),
                    "{attribute: " + wanted.getKey() + ", equals: " + Blueprint.literal(wanted.getValue()) + "}"));
        }
        text.append(requirement("no-changes", "It exists, and a fresh plan finds no changes", "no_changes"));
        text.append("mistakes: [" + String.join(", ", plan.mistakes()) + "]\n");
        return text.toString();
    }

    private static String requirement(String id, String title, String check) {
        return "  - id: " + id + "\n    title: " + quoted(title) + "\n    check: " + check + "\n\n";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
