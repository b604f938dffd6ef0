package dev.plumbline.lab;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills parameters into the texts of a lab file while it is read. Variables that only a situation can supply are checked
 * and left in place for {@link LabText}.
 */
final class Filler {
    /** What a message about a judged requirement may speak of. */
    static final List<String> OF_A_FINDING = List.of("expected", "actual", "file", "line", "column");

    /** What a step or a story in a learner's workspace may speak of. */
    static final List<String> OF_A_WORKSPACE = List.of("workspace", "address", "command");

    private static final Pattern ONE_PARAMETER = Pattern.compile("\\{\\{ *parameters\\.([A-Za-z0-9]+) *}}");

    private final Parameters parameters;
    private final TranslatedWords words;
    private final Set<String> known = new LinkedHashSet<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    Filler(String lab, Parameters parameters) {
        this(lab, parameters, TranslatedWords.ENGLISH);
    }

    /** With a translation of the texts that stand in the lab's own file. */
    Filler(String lab, Parameters parameters, TranslatedWords words) {
        this.parameters = parameters;
        this.words = words;
        values.put("lab", lab);
        values.put("parameters", parameters.values());
        known.add("lab");
        parameters.values().keySet().forEach(name -> known.add("parameters." + name));
        OF_A_WORKSPACE.forEach(name -> values.put(name, "{{" + name + "}}"));
    }

    /** The names that every text may use. */
    Set<String> known() {
        return Set.copyOf(known);
    }

    /** A text with its parameters filled in. */
    String fill(YamlNode node) {
        String template = checked(node, List.of());
        return template.isEmpty() ? template : LabText.fill(template, values);
    }

    /** The text of a key that has to be there, filled in. */
    String fill(YamlNode map, String key) {
        YamlNode node = map.require(key);
        return node == null ? "" : fill(node);
    }

    /** A text for a learner's workspace: parameters filled in, the rest left for later. */
    String forWorkspace(YamlNode node) {
        String template = checked(node, OF_A_WORKSPACE);
        return template.isEmpty() ? template : LabText.fill(template, values);
    }

    /** Any value, with its texts filled in at every depth. A text that is one parameter and nothing else keeps its type. */
    Object fillValue(YamlNode node) {
        if (node.isMap()) {
            Map<String, Object> filled = new LinkedHashMap<>();
            node.map().forEach((key, value) -> filled.put(key, fillValue(value)));
            return filled;
        }
        if (node.isList()) {
            return node.list().stream().map(this::fillValue).toList();
        }
        if (!(node.value() instanceof String text)) {
            return node.value();
        }
        Matcher only = ONE_PARAMETER.matcher(text);
        Object value = only.matches() ? parameters.values().get(only.group(1)) : null;
        return value instanceof Number || value instanceof Boolean ? value : fill(node);
    }

    /** A template of which the tags are known, as it stands; empty if they are not, with a problem noted. */
    String checked(YamlNode node, List<String> further) {
        String template = words.of(node.text());
        if (Template.isPlain(template)) {
            return template;
        }
        Set<String> names = new LinkedHashSet<>(known);
        names.addAll(further);
        List<Template.Flaw> flaws = Template.flaws(template, names);
        flaws.forEach(flaw -> node.problemAt(flaw.tag(), flaw.occurrence(), flaw.says(), flaw.next()));
        return flaws.isEmpty() ? template : "";
    }
}
