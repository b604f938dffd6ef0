package dev.plumbline.cohort.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A bundle that was opened. Its files are what somebody sent: nothing in it is known to be true. */
public final class Bundle {
    private final Manifest manifest;
    private final Map<String, byte[]> files;
    private final List<Alteration> alterations;

    Bundle(Manifest manifest, Map<String, byte[]> files, List<Alteration> alterations) {
        this.manifest = manifest;
        this.files = files;
        this.alterations = List.copyOf(alterations);
    }

    /** What it says of itself. */
    public Manifest manifest() {
        return manifest;
    }

    /** Files that are missing, were added, or are not those that the manifest lists. Empty for one as it was written. */
    public List<Alteration> alterations() {
        return alterations;
    }

    /** The bytes of a file of the bundle, by its path inside. */
    public Optional<byte[]> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The learner's files by their names in the learner's folder: code, values, lock file, what the code reads, states. */
    public Map<String, byte[]> work() {
        Map<String, byte[]> work = new TreeMap<>();
        files.forEach((path, bytes) -> {
            if (path.startsWith(BundlePath.WORK)) {
                work.put(path.substring(BundlePath.WORK.length()), bytes);
            }
        });
        return Collections.unmodifiableMap(work);
    }

    /** The same without states: what Terraform starts from when the work is done anew. */
    public Map<String, byte[]> code() {
        Map<String, byte[]> code = new TreeMap<>(work());
        code.keySet().removeIf(BundlePath::isState);
        return Collections.unmodifiableMap(code);
    }

    /**
     * Writes the learner's code, without any state, into a folder that is made if need be.
     *
     * @throws IOException if it cannot be written; also where a file of that name is there already
     */
    public void unpackCode(Path folder) throws IOException {
        unpack(code(), folder);
    }

    /**
     * Writes the learner's files, states included, into a folder that is made if need be.
     *
     * @throws IOException if it cannot be written; also where a file of that name is there already
     */
    public void unpackWork(Path folder) throws IOException {
        unpack(work(), folder);
    }

    /** Nothing is overwritten and no link is followed: each file is made anew. */
    private static void unpack(Map<String, byte[]> files, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path to = folder.resolve(file.getKey()).normalize();
            if (!to.startsWith(folder.normalize()) || to.getParent() == null) {
                throw new IOException(file.getKey() + " leads out of the folder"); // the reader lets none through
            }
            Files.createDirectories(to.getParent());
            Files.write(to, file.getValue(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
    }
}
