package dev.plumbline.authoring.lint;

import dev.plumbline.lab.LabProblem;
import dev.plumbline.lab.Problems;
import dev.plumbline.lab.YamlFile;
import dev.plumbline.lab.YamlNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where things stand in a YAML file of a lab, for what is found after the file has been read. */
final class Places {
    private final String shown;
    private final @Nullable YamlNode root;

    private Places(String shown, @Nullable YamlNode root) {
        this.shown = shown;
        this.root = root;
    }

    /** Those of a file; the file as a whole where it cannot be read. */
    static Places of(Path file, String shown) {
        return new Places(shown, YamlFile.read(file, shown, new Problems()));
    }

    /** A problem with a key of a section such as {@code subject}; of the section, or the file, where it has none. */
    LabProblem inSection(String section, String key, String says, String next) {
        return problem(find(root, section).map(node -> within(node, key).orElse(node)), says, next);
    }

    /** A problem with a key of the requirement of that id, however deep in its check; of its id where it has none. */
    LabProblem inRequirement(String id, String key, String says, String next) {
        Optional<YamlNode> requirement = find(root, "requirements").flatMap(all -> item(all, "id", id));
        return problem(
                requirement.map(
                        node -> within(node, key).or(() -> find(node, "id")).orElse(node)),
                says,
                next);
    }

    /** A problem with the first item of a list whose key has that value. */
    LabProblem inItem(String key, String value, String says, String next) {
        Optional<YamlNode> found =
                Optional.ofNullable(root).flatMap(all -> item(all, key, value)).flatMap(one -> find(one, key));
        return problem(found, says, next);
    }

    /** The ids of all requirements, those too that no values bring into force. */
    List<String> ids() {
        return find(root, "requirements")
                .map(all -> all.list().stream()
                        .flatMap(item -> find(item, "id").stream())
                        .map(YamlNode::text)
                        .toList())
                .orElse(List.of());
    }

    private LabProblem problem(Optional<YamlNode> place, String says, String next) {
        return place.map(node -> node.about(says, next)).orElseGet(() -> LabProblem.of(shown, says, next));
    }

    private static Optional<YamlNode> find(@Nullable YamlNode node, String key) {
        return node == null ? Optional.empty() : Optional.ofNullable(node.find(key));
    }

    private static Optional<YamlNode> item(YamlNode list, String key, String value) {
        return list.isList()
                ? list.list().stream()
                        .filter(item -> find(item, key)
                                .filter(node -> node.value().equals(value))
                                .isPresent())
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<YamlNode> within(YamlNode node, String key) {
        if (node.isList()) {
            return node.list().stream()
                    .flatMap(item -> within(item, key).stream())
                    .findFirst();
        }
        if (!node.isMap()) {
            return Optional.empty();
        }
        return find(node, key).or(() -> node.map().values().stream()
                .flatMap(value -> within(value, key).stream())
                .findFirst());
    }
}
