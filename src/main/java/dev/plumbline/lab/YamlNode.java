package dev.plumbline.lab;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A value in an author's YAML file together with its place. Reading it as something it is not notes a problem and gives a
 * harmless stand-in, so that the rest of the file is still checked; the caller ends with {@link Problems#throwIfAny()}.
 *
 * <p>Plain scalars are read by JSON's rules: {@code true}, {@code false}, {@code null} and decimal numbers; everything else
 * is text. YAML 1.1's {@code yes}, {@code no}, {@code on}, {@code off} and {@code 010} mean different things to different
 * readers and are refused unless quoted.
 */
public final class YamlNode {
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)\\.[0-9]+");
    private static final Pattern ODD_NUMBER = Pattern.compile("[-+]?[0-9][0-9_]*|0[xob][0-9a-fA-F_]+");
    private static final Set<String> AMBIGUOUS = Set.of("yes", "no", "on", "off", "y", "n");
    private static final Set<String> NULLS = Set.of("", "~", "null");

    private final YamlFile file;
    private final Node node;

    YamlNode(YamlFile file, Node node) {
        this.file = file;
        this.node = node;
    }

    /** Whether it is a map. */
    public boolean isMap() {
        return node instanceof MappingNode;
    }

    /** Whether it is a list. */
    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Where problems of this file go. */
    public Problems problems() {
        return file.problems();
    }

    /** Notes a problem at this value's place. */
    public void problem(String says, String next) {
        file.problems().add(about(says, next));
    }

    /** A problem at this value's place, which is not noted. */
    public LabProblem about(String says, String next) {
        return file.at(node.getStartMark(), says, next);
    }

    /** Notes a problem at a piece of this text, such as a template tag; {@code occurrence} counts from 0. */
    void problemAt(String piece, int occurrence, String says, String next) {
        file.problems().add(file.at(file.find(piece, occurrence, node.getStartMark(), node.getEndMark()), says, next));
    }

    /** Checks that this is a map with no other keys than these; a duplicate or unknown key is a problem. */
    public void allow(String... keys) {
        Collection<String> known = Arrays.asList(keys);
        for (Map.Entry<String, Entry> entry : entries().entrySet()) {
            if (!known.contains(entry.getKey())) {
                entry.getValue()
                        .key()
                        .problem("unknown key '" + entry.getKey() + "'", Nearest.hint(entry.getKey(), known));
            }
        }
    }

    /** The values of a map by key, in the author's order; a problem and nothing if it is no map. */
    public Map<String, YamlNode> map() {
        Map<String, YamlNode> values = new LinkedHashMap<>();
        entries().forEach((key, entry) -> values.put(key, entry.value()));
        return values;
    }

    /** The node of a key itself, for problems with a name. */
    public YamlNode key(String key) {
        Entry entry = isMap() ? entries().get(key) : null;
        return entry == null ? this : entry.key();
    }

    /** The value of a key, or null if the map has none or only an empty one. */
    public @Nullable YamlNode find(String key) {
        Entry entry = isMap() ? entries().get(key) : null;
        return entry == null || entry.value().isNull() ? null : entry.value();
    }

    /** The value of a key that has to be there; missing is a problem. */
    public @Nullable YamlNode require(String key) {
        YamlNode found = find(key);
        if (found == null && isMap()) {
            key(key).problem("'" + key + "' is missing", "Add '" + key + ":'");
        }
        return found;
    }

    /** The text of a key that has to be there. */
    public String text(String key) {
        YamlNode found = require(key);
        return found == null ? "" : found.text();
    }

    /** The text of a key, or what stands in for it. */
    public String text(String key, String otherwise) {
        YamlNode found = find(key);
        return found == null ? otherwise : found.text();
    }

    /** The whole number of a key within bounds, or what stands in for it. */
    public int whole(String key, int otherwise, int least, int most) {
        YamlNode found = find(key);
        if (found == null) {
            return otherwise;
        }
        if (found.value() instanceof Integer number && number >= least && number <= most) {
            return number;
        }
        found.problem("expected a whole number from " + least + " to " + most + ", found " + found.describe(), "");
        return otherwise;
    }

    /** The truth value of a key, or what stands in for it. */
    public boolean truth(String key, boolean otherwise) {
        YamlNode found = find(key);
        if (found == null) {
            return otherwise;
        }
        if (found.value() instanceof Boolean truth) {
            return truth;
        }
        found.problem("expected true or false, found " + found.describe(), "");
        return otherwise;
    }

    /** The items of a key's list; empty if there is none. */
    public List<YamlNode> list(String key) {
        YamlNode found = find(key);
        return found == null ? List.of() : found.list();
    }

    /** The texts of a key's list; empty if there is none. */
    public List<String> texts(String key) {
        return list(key).stream().map(YamlNode::text).toList();
    }

    /** The items; a problem and nothing if this is no list. */
    public List<YamlNode> list() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(item -> new YamlNode(file, item))
                    .toList();
        }
        problem("expected a list, found " + describe(), "Begin each item with '- '");
        return List.of();
    }

    /** The text; a number or truth value without quotes is a problem. */
    public String text() {
        if (value() instanceof String text) {
            return text;
        }
        problem("expected text, found " + describe(), isMap() || isList() || isNull() ? "" : "Put it in quotes");
        return "";
    }

    /** Text, {@link Integer}, {@link BigDecimal}, {@link Boolean}, or a list or map of these; empty text for null. */
    public Object value() {
        if (node instanceof MappingNode) {
            Map<String, Object> values = new LinkedHashMap<>();
            map().forEach((key, value) -> values.put(key, value.value()));
            return values;
        }
        if (node instanceof SequenceNode) {
            List<Object> values = new ArrayList<>();
            list().forEach(item -> values.add(item.value()));
            return values;
        }
        ScalarNode scalar = (ScalarNode) node;
        return scalar.getScalarStyle() == ScalarStyle.PLAIN ? plain(scalar.getValue()) : scalar.getValue();
    }

    private Object plain(String word) {
        if (word.equals("true") || word.equals("false")) {
            return Boolean.valueOf(word);
        }
        if (WHOLE.matcher(word).matches()) {
            long number = Long.parseLong(word);
            if (number == (int) number) {
                return (int) number;
            }
            return new BigDecimal(word);
        }
        if (DECIMAL.matcher(word).matches()) {
            return new BigDecimal(word);
        }
        if (AMBIGUOUS.contains(word.toLowerCase(Locale.ROOT))) {
            problem(
                    "'" + word + "' is a truth value to some readers of YAML and text to others",
                    "Quote it, or write true or false");
        } else if (ODD_NUMBER.matcher(word).matches()) {
            problem(
                    "'" + word + "' is one number to some readers of YAML and another to others",
                    "Quote it, or write it in plain digits");
        }
        return word;
    }

    /** Whether nothing is written here. */
    boolean isNull() {
        return node instanceof ScalarNode scalar
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && NULLS.contains(scalar.getValue());
    }

    String describe() {
        if (isMap()) {
            return "a map";
        }
        if (isList()) {
            return "a list";
        }
        if (isNull()) {
            return "nothing";
        }
        Object value = value();
        String kind =
                value instanceof Boolean ? "the truth value " : value instanceof Number ? "the number " : "the text ";
        String shown = value.toString();
        return kind + (shown.length() > 40 ? shown.substring(0, 40) + "…" : shown);
    }

    private Map<String, Entry> entries() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            problem("expected a map, found " + describe(), "Write 'key: value' lines");
            return entries;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            YamlNode key = new YamlNode(file, tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
                key.problem("a key has to be a word", "Put quotes around a text that begins with '{' or '['");
                continue;
            }
            Entry before = entries.get(scalar.getValue());
            if (before != null) {
                key.problem(
                        "the key '" + scalar.getValue() + "' stands here twice, first in line "
                                + (before.key().node.getStartMark().getLine() + 1),
                        "Remove one");
                continue;
            }
            entries.put(scalar.getValue(), new Entry(key, new YamlNode(file, tuple.getValueNode())));
        }
        return entries;
    }

    private record Entry(YamlNode key, YamlNode value) {}
}
