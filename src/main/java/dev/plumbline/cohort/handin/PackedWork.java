package dev.plumbline.cohort.handin;

import dev.plumbline.cohort.bundle.BundlePath;
import dev.plumbline.cohort.bundle.BundleWriter;
import dev.plumbline.cohort.bundle.Manifest;
import java.nio.file.Path;
import java.util.List;

/** A bundle that is ready to be written, and what is to be said of it. */
public final class PackedWork {
    private final byte[] bytes;
    private final Manifest manifest;
    private final List<String> files;

    PackedWork(byte[] bytes, Manifest manifest, List<String> files) {
        this.bytes = bytes;
        this.manifest = manifest;
        this.files = List.copyOf(files);
    }

    /** What was masked and what was left out. */
    public Manifest manifest() {
        return manifest;
    }

    /** The learner's files that are in it, by their names in the learner's folder. */
    public List<String> work() {
        return files.stream()
                .filter(path -> path.startsWith(BundlePath.WORK))
                .map(path -> path.substring(BundlePath.WORK.length()))
                .toList();
    }

    /** How large it is, in bytes. */
    public long size() {
        return bytes.length;
    }

    /** Writes it; see {@link BundleWriter#write}. */
    public void write(Path file) {
        BundleWriter.write(file, bytes);
    }
}
