package dev.plumbline.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32C;

/**
 * What the watcher remembers of a folder: for each file that matters its attributes, and a checksum of its content taken
 * only when the attributes changed.
 *
 * @param there whether it is there itself
 * @param atWork whether a Terraform is changing things there
 */
record FolderState(boolean there, Map<String, Seen> files, boolean atWork) {
    /** The file that a Terraform at work has locked, for which its beginning and its end are told. */
    private static final String STATE = "terraform.tfstate";

    private static final int MOST_FILES = 500;
    private static final long LARGEST_HASHED = 4_000_000;

    /** Files that matter although they lie deeper: init's traces and the states of Terraform's own workspaces. */
    private static final Set<String> DEEPER = Set.of(".terraform/environment", ".terraform/terraform.tfstate");

    FolderState {
        files = Map.copyOf(files);
    }

    /** One file: size and time in milliseconds as last seen, and the checksum of what it held. */
    record Seen(long size, long modified, long checksum) {
        boolean sameContent(Seen other) {
            return size == other.size && checksum == other.checksum;
        }
    }

    /** Nothing seen. */
    static final FolderState NOTHING = new FolderState(false, Map.of(), false);

    /** Looks at the folder again; content is read only of files whose size or time differ from before. */
    FolderState look(Path folder) {
        Map<String, Seen> now = new TreeMap<>();
        collect(folder, "", now);
        collect(folder.resolve("terraform.tfstate.d"), "terraform.tfstate.d/", now);
        DEEPER.forEach(name -> see(folder.resolve(name), name, now));
        Path providers = folder.resolve(".terraform").resolve("providers");
        if (Files.isDirectory(providers)) {
            now.put(".terraform/providers", new Seen(0, 0, 0));
        }
        return new FolderState(Files.isDirectory(folder), now, TerraformAtWork.in(folder));
    }

    private void collect(Path folder, String prefix, Map<String, Seen> now) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = prefix + entry.getFileName();
                if (now.size() < MOST_FILES && matters(name)) {
                    see(entry, name, now);
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException gone) {
            // A folder that is not there, or vanishes while it is listed, has no files; the next look tells.
        }
    }

    /** Editors' temporary files come and go with every save, and a lock file with every plan. */
    private static boolean matters(String name) {
        return !name.startsWith(".plumbline")
                && !name.startsWith(".git")
                && !name.endsWith("~")
                && !name.endsWith(".swp")
                && !name.endsWith(".swx")
                && !name.endsWith(".tmp")
                && !name.endsWith(".lock.info")
                && !name.startsWith(".#")
                && !name.equals("4913");
    }

    private void see(Path path, String name, Map<String, Seen> now) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isSymbolicLink()) {
                attributes = Files.readAttributes(path, BasicFileAttributes.class);
            }
            if (attributes.isDirectory()) {
                if (WorkspaceSnapshot.isCode(name)) {
                    now.put(name, new Seen(-1, 0, 0)); // where a file should be
                }
                return;
            }
            long size = attributes.size();
            long modified = attributes.lastModifiedTime().toMillis();
            Seen before = files.get(name);
            boolean readable = attributes.isRegularFile() && size <= LARGEST_HASHED;
            long checksum = modified;
            if (readable) {
                boolean untouched = before != null && before.size == size && before.modified == modified;
                checksum = before != null && untouched ? before.checksum : checksum(path);
            }
            now.put(name, new Seen(size, modified, checksum));
        } catch (IOException gone) {
            // Deleted between listing and looking, or unreadable: as good as not there.
        }
    }

    private static long checksum(Path path) throws IOException {
        CRC32C sum = new CRC32C();
        byte[] buffer = new byte[8192];
        try (InputStream in = Files.newInputStream(path)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sum.update(buffer, 0, read);
            }
        }
        return sum.getValue();
    }

    /** The names whose content differs between two looks. */
    Set<String> changedSince(FolderState before) {
        Set<String> names = new TreeSet<>(files.keySet());
        names.addAll(before.files.keySet());
        names.removeIf(name -> {
            Seen here = files.get(name);
            Seen there = before.files.get(name);
            return here != null && there != null && here.sameContent(there);
        });
        if (atWork != before.atWork) {
            names.add(STATE);
        }
        return names;
    }

    /** Whether a file that had content is empty now: many editors truncate before they write. */
    boolean emptied(String name, FolderState before) {
        Seen here = files.get(name);
        Seen there = before.files.get(name);
        return there != null && there.size > 0 && (here == null || here.size == 0);
    }
}
