package dev.plumbline.workspace;

import dev.plumbline.workspace.WorkspaceSnapshot.Entry;
import dev.plumbline.workspace.WorkspaceSnapshot.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads a learner's folder into a {@link WorkspaceSnapshot}. */
public final class SnapshotReader {
    /** More than any honest state of these labs; anything larger is not read. */
    public static final long FILE_CAP = 4L << 20;

    /**
     * More than any honest code of these labs. Terraform's own time on garbage grows with the square of its length: 30 kB
     * took 14 s (1.11.4, measured).
     */
    public static final long CODE_CAP = 256L << 10;

    /** More names than that are not a lab's folder, and are left out. */
    private static final int ENTRY_CAP = 2000;

    private SnapshotReader() {}

    /**
     * Reads it.
     *
     * @throws IOException if the folder itself cannot be listed
     */
    public static WorkspaceSnapshot read(Path folder) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        boolean atWork = TerraformAtWork.in(root); // first, so that half of its work is never read as the whole
        List<Entry> entries = new ArrayList<>();
        Map<String, byte[]> contents = new LinkedHashMap<>();
        if (Files.isDirectory(root)) {
            try (DirectoryStream<Path> names = Files.newDirectoryStream(root)) {
                for (Path path : names) {
                    if (entries.size() >= ENTRY_CAP) {
                        break;
                    }
                    String name = path.getFileName().toString();
                    if (!name.equals(".plumbline")) {
                        entries.add(entry(path, name, contents));
                    }
                }
            }
        }
        entries.sort(Comparator.comparing(Entry::name));
        Path data = root.resolve(".terraform");
        readStates(root, contents);
        byte[] record = small(data.resolve("terraform.tfstate"));
        if (record != null) {
            contents.put(".terraform/terraform.tfstate", record);
        }
        byte[] environment = small(data.resolve("environment"));
        String selected = environment == null ? "default" : new String(environment, StandardCharsets.UTF_8).strip();
        return new WorkspaceSnapshot(
                root,
                entries,
                contents,
                parentFiles(root),
                Files.isDirectory(data.resolve("providers")) || record != null,
                selected.isEmpty() || selected.contains("/") || selected.contains("..") ? "default" : selected,
                atWork);
    }

    private static Entry entry(Path path, String name, Map<String, byte[]> contents) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(path, BasicFileAttributes.class);
        } catch (IOException gone) {
            return new Entry(name, Kind.UNREADABLE, 0);
        }
        if (attributes.isDirectory()) {
            return new Entry(name, Kind.DIRECTORY, 0);
        }
        if (!attributes.isRegularFile()) {
            return new Entry(name, Kind.SPECIAL, 0);
        }
        if (!isWanted(name)) {
            return new Entry(name, Kind.FILE, attributes.size());
        }
        boolean code = WorkspaceSnapshot.isCode(name);
        if (attributes.size() > (code ? CODE_CAP : FILE_CAP)) {
            return new Entry(name, Kind.TOO_LARGE, attributes.size());
        }
        byte[] bytes = small(path);
        if (bytes == null) {
            return new Entry(name, Kind.UNREADABLE, attributes.size());
        }
        if (code && isBinary(bytes)) {
            return new Entry(name, Kind.BINARY, bytes.length);
        }
        contents.put(name, bytes);
        return new Entry(name, Kind.FILE, bytes.length);
    }

    /** Zero bytes stand in no text but UTF-16, where in code every other byte is one; that is text, and diagnosed. */
    private static boolean isBinary(byte[] bytes) {
        long zeros = 0;
        for (byte one : bytes) {
            zeros += one == 0 ? 1 : 0;
        }
        boolean marked = bytes.length >= 2 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFE + 0xFF;
        return zeros > 0 && !marked && zeros * 4 < bytes.length;
    }

    private static boolean isWanted(String name) {
        return name.endsWith(".tf")
                || name.endsWith(".tf.json")
                || name.contains(".tf")
                || name.endsWith(".tofu")
                || name.endsWith(".txt")
                || WorkspaceSnapshot.isValues(name)
                || name.equals(".terraform.lock.hcl")
                || name.startsWith("terraform.tfstate");
    }

    /** Other workspaces' states, and states a local backend keeps elsewhere below the folder (one level). */
    private static void readStates(Path root, Map<String, byte[]> contents) throws IOException {
        for (Path folder : children(root)) {
            String name = folder.getFileName().toString();
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) || name.startsWith(".")) {
                continue;
            }
            for (Path file : children(folder)) {
                if (name.equals("terraform.tfstate.d") && Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    children(file).forEach(state -> keep(root, state, contents));
                } else {
                    keep(root, file, contents);
                }
            }
        }
    }

    private static void keep(Path root, Path file, Map<String, byte[]> contents) {
        String name = file.getFileName().toString();
        if (name.contains(".tfstate") || WorkspaceSnapshot.isCode(name)) {
            byte[] bytes = small(file);
            if (bytes != null) {
                contents.put(root.relativize(file).toString().replace('\\', '/'), bytes);
            }
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.limit(ENTRY_CAP).toList();
        } catch (java.nio.file.AccessDeniedException closed) {
            return List.of();
        }
    }

    private static List<String> parentFiles(Path root) {
        Path parent = root.getParent();
        if (parent == null) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(parent)) {
            return all.limit(ENTRY_CAP)
                    .map(p -> p.getFileName().toString())
                    .filter(n -> WorkspaceSnapshot.isCode(n)
                            || n.equals("terraform.tfstate")
                            || n.equals(".terraform")
                            || n.equals(".terraform.lock.hcl"))
                    .sorted()
                    .toList();
        } catch (IOException closed) {
            return List.of();
        }
    }

    private static byte @org.jspecify.annotations.Nullable [] small(Path path) {
        try {
            if (!Files.isRegularFile(path)) {
                return null;
            }
            try (InputStream in = Files.newInputStream(path)) {
                byte[] bytes = in.readNBytes((int) FILE_CAP + 1);
                return bytes.length > FILE_CAP ? null : bytes;
            }
        } catch (IOException unreadable) {
            return null;
        }
    }
}
