package dev.plumbline.coaching;

import dev.plumbline.lab.Problems;
import dev.plumbline.lab.YamlFile;
import dev.plumbline.lab.YamlNode;
import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Body;
import dev.plumbline.terraform.source.BodyItem;
import dev.plumbline.terraform.source.SourceFile;
import dev.plumbline.terraform.source.SourceText;
import dev.plumbline.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a learner's file and says of every argument and block what it does, what it is by default, and what changes
 * without it. What it does not know, it says it does not know.
 */
public final class Explainer {
    /** Explanations by the file they are in (a resource type, {@code provider}, or empty for Terraform's own), and path. */
    private final Map<String, Map<String, Entry>> known;

    private Explainer(Map<String, Map<String, Entry>> known) {
        this.known = known;
    }

    /**
     * What is known of one argument or block.
     *
     * @param kind {@code argument} or {@code block}
     * @param does what it does
     * @param byDefault what holds if it is left out
     * @param omitted what changes then
     * @param source where the claim comes from
     */
    public record Entry(String name, String kind, String does, String byDefault, String omitted, String source) {}

    /**
     * One line of the explanation.
     *
     * @param line from 1
     * @param depth how deep it is nested, 0 at the top
     * @param code the line of the file
     * @param name the argument or block it begins with
     * @param entry what is known of it; null if nothing is
     */
    public record Line(int line, int depth, String code, String name, @Nullable Entry entry) {}

    /**
     * Reads {@code content/explain/*.yaml} below the home folder.
     *
     * @throws dev.plumbline.lab.LabFileException if one of them cannot be used
     * @throws IOException if the folder cannot be listed
     */
    public static Explainer of(Path home) throws IOException {
        Problems problems = new Problems();
        Map<String, Map<String, Entry>> known = new LinkedHashMap<>();
        Language language = Language.chosen(home);
        List<Path> files;
        try (Stream<Path> all = Files.list(home.resolve("content").resolve("explain"))) {
            files = all.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            YamlNode root = YamlFile.read(language.file("explain/" + name), "content/explain/" + name, problems);
            if (root != null) {
                String key = name.replace(".yaml", "").replace("provider_aws", "provider");
                known.put(key.equals("terraform") ? "" : key, entries(root));
            }
        }
        problems.throwIfAny();
        return new Explainer(known);
    }

    private static Map<String, Entry> entries(YamlNode root) {
        root.allow("resource", "provider", "entries");
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (YamlNode node : root.list("entries")) {
            node.allow("name", "kind", "path", "aliases", "does", "default", "omitted", "source");
            Entry entry = new Entry(
                    node.text("name"),
                    node.text("kind"),
                    flat(node.text("does")),
                    flat(node.text("default", "")),
                    flat(node.text("omitted", "")),
                    flat(node.text("source", "")));
            entries.put(node.text("path"), entry);
            node.texts("aliases").forEach(alias -> entries.put(alias, entry));
        }
        return entries;
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** Explains a file, top to bottom. A file that cannot be parsed is explained as far as it can be read. */
    public List<Line> explain(String name, byte[] bytes) {
        SourceFile file = SourceFile.parse(SourceText.of(name, bytes));
        List<Line> lines = new ArrayList<>();
        for (BodyItem item : file.body().items()) {
            if (item instanceof Block block) {
                top(file.text(), block, lines);
            } else if (item instanceof Argument argument) {
                lines.add(line(file.text(), argument.range().startLine(), 0, argument.name(), null));
            }
        }
        return lines;
    }

    private void top(SourceText text, Block block, List<Line> lines) {
        Entry header = find("", block.type()).orElse(null);
        lines.add(line(text, block.range().startLine(), 0, block.type(), header));
        String key =
                switch (block.type()) {
                    case "resource", "data" -> block.label(0);
                    case "provider" -> "provider";
                    default -> "";
                };
        String prefix = key.isEmpty() ? block.type() + "." : "";
        body(text, block.body(), key, prefix, 1, lines);
    }

    private void body(SourceText text, Body body, String key, String prefix, int depth, List<Line> lines) {
        for (BodyItem item : body.items()) {
            if (item instanceof Argument argument) {
                Entry entry = find(key, prefix + argument.name()).orElse(null);
                lines.add(line(text, argument.range().startLine(), depth, argument.name(), entry));
            } else if (item instanceof Block block && block.type().equals("dynamic")) {
                dynamic(text, block, key, prefix, depth, lines);
            } else if (item instanceof Block block) {
                Entry entry = find(key, prefix + block.type()).orElse(null);
                lines.add(line(text, block.range().startLine(), depth, block.type(), entry));
                body(text, block.body(), key, prefix + block.type() + ".", depth + 1, lines);
            }
        }
    }

    /** A dynamic block is Terraform's own; inside its content stands what the block it writes has. */
    private void dynamic(SourceText text, Block dynamic, String key, String prefix, int depth, List<Line> lines) {
        lines.add(line(
                text,
                dynamic.range().startLine(),
                depth,
                "dynamic",
                find("", "dynamic").orElse(null)));
        for (BodyItem item : dynamic.body().items()) {
            String name = item instanceof Argument argument ? argument.name() : ((Block) item).type();
            Entry entry = find("", "dynamic." + name).orElse(null);
            lines.add(line(text, item.range().startLine(), depth + 1, name, entry));
            if (item instanceof Block content) {
                body(text, content.body(), key, prefix + dynamic.label(0) + ".", depth + 2, lines);
            }
        }
    }

    private static Line line(SourceText text, int line, int depth, String name, @Nullable Entry entry) {
        return new Line(line, depth, text.line(line), name, entry);
    }

    /** An entry of a type's own file; arguments that every resource has are in the first resource's file. */
    private Optional<Entry> find(String key, String path) {
        Entry own = known.getOrDefault(key, Map.of()).get(path);
        if (own != null || key.isEmpty() || key.equals("provider")) {
            return Optional.ofNullable(own);
        }
        String first = path.replaceFirst("\\..*", "");
        boolean meta = Shape.META_ARGUMENTS.contains(first) || Shape.META_BLOCKS.contains(first);
        return meta
                ? Optional.ofNullable(
                        known.getOrDefault("aws_kinesis_stream", Map.of()).get(path))
                : Optional.empty();
    }
}
