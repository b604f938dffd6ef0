package dev.plumbline.cohort.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cohort.bundle.BundleJson;
import dev.plumbline.workspace.WorkspaceSnapshot;
import dev.plumbline.workspace.WorkspaceSnapshot.Entry;
import dev.plumbline.workspace.WorkspaceSnapshot.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is known of the learner's folder besides the files that the bundle holds: names, and what init left behind. */
final class FolderJson {
    /** Where Terraform notes the backend that was set up. */
    private static final String BACKEND = ".terraform/terraform.tfstate";

    /** HOST/NAMESPACE/TYPE/VERSION below .terraform/providers. */
    private static final Pattern PROVIDER = Pattern.compile("[A-Za-z0-9][\\w.-]*(/[A-Za-z0-9][\\w.-]*){3}");

    private static final int PROVIDER_DEPTH = 4;
    private static final int MOST_PROVIDERS = 50;

    private FolderJson() {}

    static void write(ObjectNode node, WorkspaceSnapshot folder) {
        ArrayNode entries = node.putArray("entries");
        folder.entries().forEach(e -> entries.addObject()
                .put("name", e.name())
                .put("kind", e.kind().name())
                .put("bytes", e.bytes()));
        folder.parent().forEach(node.putArray("parent")::add);
        node.put("initialised", folder.initialised());
        node.put("workspace", folder.selectedWorkspace());
        backend(node, folder);
        providers(folder.root()).forEach(node.putArray("providers")::add);
    }

    /** Type and places alone: a backend's settings may hold keys. */
    private static void backend(ObjectNode node, WorkspaceSnapshot folder) {
        folder.bytes(BACKEND).ifPresent(bytes -> {
            try {
                JsonNode backend = BundleJson.read(bytes).path("backend");
                ObjectNode kept = node.putObject("backend")
                        .put("type", backend.path("type").asText());
                JsonNode config = backend.path("config");
                ObjectNode places = kept.putObject("config");
                Stream.of("path", "workspace_dir")
                        .filter(name -> config.path(name).isTextual())
                        .forEach(name -> places.set(name, config.path(name)));
            } catch (JsonProcessingException damaged) {
                node.putObject("backend");
            }
        });
    }

    private static List<String> providers(Path root) {
        Path installed = root.resolve(".terraform").resolve("providers");
        if (!Files.isDirectory(installed)) {
            return List.of();
        }
        try (Stream<Path> all = Files.find(installed, PROVIDER_DEPTH, (path, attributes) -> true)) {
            return all.map(path -> installed.relativize(path).toString().replace('\\', '/'))
                    .filter(name -> PROVIDER.matcher(name).matches())
                    .sorted()
                    .limit(MOST_PROVIDERS)
                    .toList();
        } catch (IOException | UncheckedIOException closed) {
            return List.of();
        }
    }

    /**
     * The folder as it was judged, from the record and the files of the bundle. What a stranger's record names is a name
     * in the folder, never a path.
     *
     * @param root where the files were unpacked
     * @param outside the state in force where it lay outside the folder; by its path, or nothing
     */
    static WorkspaceSnapshot read(JsonNode node, Map<String, byte[]> work, Path root, Map<String, byte[]> outside) {
        List<Entry> entries = new ArrayList<>();
        node.path("entries").forEach(one -> {
            String name = one.path("name").asText();
            Kind kind = kind(one.path("kind").asText());
            boolean packed = work.containsKey(name);
            if (isName(name) && !packed) {
                entries.add(new Entry(name, kind, one.path("bytes").asLong()));
            }
        });
        work.forEach((name, bytes) -> {
            if (isName(name)) {
                entries.add(new Entry(name, Kind.FILE, bytes.length));
            }
        });
        entries.sort(java.util.Comparator.comparing(Entry::name));
        Map<String, byte[]> contents = new HashMap<>(work);
        contents.putAll(outside);
        if (node.has("backend")) {
            ObjectNode record = BundleJson.object();
            record.set("backend", node.path("backend"));
            contents.put(BACKEND, BundleJson.bytes(record));
        }
        String selected = node.path("workspace").asText("default");
        return new WorkspaceSnapshot(
                root,
                entries,
                contents,
                CloudJson.texts(node.path("parent")).stream()
                        .filter(FolderJson::isName)
                        .toList(),
                node.path("initialised").asBoolean(),
                isName(selected) ? selected : "default");
    }

    /** Folders of the names of what init had installed: the coach looks at the names, and nothing is in them. */
    static void placeProviders(JsonNode node, Path root) throws IOException {
        for (String name : CloudJson.texts(node.path("providers"))) {
            if (PROVIDER.matcher(name).matches() && !name.contains("..")) {
                Files.createDirectories(
                        root.resolve(".terraform").resolve("providers").resolve(name));
            }
        }
    }

    private static Kind kind(String name) {
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return Kind.UNREADABLE;
    }

    private static boolean isName(String name) {
        return !name.isBlank()
                && name.indexOf('/') < 0
                && name.indexOf('\\') < 0
                && !name.equals(".")
                && !name.equals("..")
                && name.codePoints().noneMatch(Character::isISOControl);
    }
}
