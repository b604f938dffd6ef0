package dev.plumbline.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads how a requirement is judged. */
final class CheckReader {
    private static final List<String> WORDS =
            List.of("single_file", "no_changes", "managed", "preserved", "nowhere_else", "nothing_ignored");
    private static final List<String> KEYS = List.of("attribute", "region", "count", "plan_has_no", "all", "java");
    private static final List<String> ACTIONS = List.of("create", "update", "delete", "replace");
    private static final Pattern PATH = Pattern.compile("[a-z][a-z0-9_]*(\\.[A-Za-z0-9_:/-]+)*");
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9]*_[a-z0-9_]+");

    private final Filler filler;
    private final PredicateReader predicates;

    CheckReader(Filler filler) {
        this.filler = filler;
        this.predicates = new PredicateReader(filler);
    }

    Check read(YamlNode node) {
        if (!node.isMap()) {
            return word(node);
        }
        List<String> used =
                KEYS.stream().filter(key -> node.map().containsKey(key)).toList();
        if (used.size() != 1) {
            List<String> found = List.copyOf(node.map().keySet());
            String only = found.size() == 1 ? found.get(0) : "";
            node.problem(
                    used.isEmpty() ? "no kind of check stands here" : "two kinds of check in one: " + used,
                    WORDS.contains(only)
                            ? "Write 'check: " + only + "' without a map"
                            : used.isEmpty()
                                    ? found.stream()
                                            .flatMap(key -> Nearest.to(key, KEYS).stream())
                                            .findFirst()
                                            .map(near -> "Did you mean '" + near + "'?")
                                            .orElse("Known: " + String.join(", ", WORDS) + ", "
                                                    + String.join(", ", KEYS))
                                    : "Use 'all:' with a list of checks");
            return new Check.SingleFile();
        }
        return switch (used.get(0)) {
            case "attribute" -> attribute(node);
            case "region" -> region(node);
            case "count" -> count(node);
            case "plan_has_no" -> planHasNo(node);
            case "all" -> all(node);
            default -> java(node);
        };
    }

    private Check word(YamlNode node) {
        String word = node.text();
        return switch (word) {
            case "single_file", "" -> new Check.SingleFile();
            case "no_changes" -> new Check.NoChanges();
            case "managed" -> new Check.Managed();
            case "preserved" -> new Check.Preserved();
            case "nowhere_else" -> new Check.NowhereElse();
            case "nothing_ignored" -> new Check.NothingIgnored();
            default -> {
                boolean needsMap = KEYS.contains(word);
                node.problem(
                        needsMap ? "the check '" + word + "' needs a map" : "unknown check '" + word + "'",
                        needsMap ? "Write it as 'check: {" + word + ": …}'" : hint(word));
                yield new Check.SingleFile();
            }
        };
    }

    private static String hint(String word) {
        List<String> all = new ArrayList<>(WORDS);
        all.addAll(KEYS);
        return Nearest.hint(word, all);
    }

    private Check attribute(YamlNode node) {
        allow(node, "attribute", "resource", "written");
        String path = node.text("attribute");
        if (!path.isEmpty() && !PATH.matcher(path).matches()) {
            node.key("attribute")
                    .problem(
                            "'" + path + "' is no attribute path",
                            "Write it as block.argument, in the provider's names");
        }
        String written = node.text("written", "required");
        if (!List.of("required", "optional").contains(written)) {
            node.key("written")
                    .problem("'written' is '" + written + "'", "Write 'written: required' or 'written: optional'");
        }
        return new Check.Attribute(
                type(node),
                path,
                predicates.read(node),
                written.equals("optional") ? Check.Written.OPTIONAL : Check.Written.REQUIRED);
    }

    private Check region(YamlNode node) {
        node.allow("region");
        return new Check.Region(filler.fill(node, "region"));
    }

    private Check count(YamlNode node) {
        allow(node, "count");
        String type = node.text("count");
        if (!type.isEmpty() && !TYPE.matcher(type).matches()) {
            node.key("count")
                    .problem(
                            "'" + type + "' is no resource type",
                            "Name the type to count, as in 'count: aws_kinesis_stream'");
        }
        return new Check.Count(type, predicates.read(node));
    }

    private Check planHasNo(YamlNode node) {
        node.allow("plan_has_no");
        List<String> actions = node.texts("plan_has_no");
        for (YamlNode item : node.list("plan_has_no")) {
            String action = item.text();
            if (!action.isEmpty() && !ACTIONS.contains(action)) {
                item.problem("unknown plan action '" + action + "'", Nearest.hint(action, ACTIONS));
            }
        }
        if (actions.isEmpty()) {
            node.problem("'plan_has_no' names no action", "List some of " + String.join(", ", ACTIONS));
        }
        return new Check.PlanHasNo(actions);
    }

    private Check all(YamlNode node) {
        node.allow("all");
        List<Check> checks = node.list("all").stream().map(this::read).toList();
        if (checks.isEmpty()) {
            node.problem("'all' holds no checks", "Give it a list of checks");
        }
        return new Check.All(checks);
    }

    private Check java(YamlNode node) {
        node.allow("java");
        return new Check.Custom(node.text("java"));
    }

    private String type(YamlNode node) {
        YamlNode resource = node.find("resource");
        String type = resource == null ? "" : resource.text();
        if (resource != null && !TYPE.matcher(type).matches()) {
            resource.problem("'" + type + "' is no resource type", "Write it as in Terraform: aws_kinesis_stream");
        }
        return type;
    }

    private static void allow(YamlNode node, String... own) {
        List<String> keys = new ArrayList<>(List.of(own));
        keys.addAll(PredicateReader.WORDS);
        node.allow(keys.toArray(String[]::new));
    }
}
