package dev.plumbline.cohort.bundle;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a bundle says of itself.
 *
 * @param lab the lab's id
 * @param labHash the checksum of the lab's own files, to tell a lab that has changed since; see {@link LabHash}
 * @param seed the seed of a practice folder, whose values differ from the lab's own; null for the lab as it is written
 * @param plumbline the version of the program that wrote it
 * @param tools the versions and the AWS of the judgement: terraform, provider, aws
 * @param written when
 * @param files every file of the bundle but the manifest itself
 * @param masked secrets that were replaced by a text of the same length
 * @param leftOut what lies in the learner's folder and was not put in
 */
public record Manifest(
        String lab,
        String labHash,
        @Nullable Long seed,
        String plumbline,
        Map<String, String> tools,
        Instant written,
        List<Part> files,
        List<Masked> masked,
        List<LeftOut> leftOut) {
    /** The schema's name without its version. */
    static final String FAMILY = "plumbline/bundle/";

    /** The schema's name. */
    public static final String SCHEMA = FAMILY + "1";

    public Manifest {
        tools = Collections.unmodifiableMap(new LinkedHashMap<>(tools));
        files = List.copyOf(files);
        masked = List.copyOf(masked);
        leftOut = List.copyOf(leftOut);
    }

    /** A file of the bundle with its checksum and its size in bytes. */
    public record Part(String path, String sha256, long bytes) {
        static Part of(String path, byte[] content) {
            return new Part(path, Checksum.of(content), content.length);
        }
    }

    /**
     * A secret that is not in the bundle.
     *
     * @param file where it stood, inside the bundle
     * @param line from 1; 0 where lines tell nothing
     * @param what its name, such as {@code secret_key}; never its value
     */
    public record Masked(String file, int line, String what) {}

    /** A file or folder of the learner's that is not in the bundle, and why. */
    public record LeftOut(String name, String why) {}

    /** What it says of one file. */
    public Optional<Part> file(String path) {
        return files.stream().filter(part -> part.path().equals(path)).findFirst();
    }
}
