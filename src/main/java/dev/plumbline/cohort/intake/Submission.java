package dev.plumbline.cohort.intake;

import dev.plumbline.workspace.WorkspaceSnapshot;
import dev.plumbline.workspace.WorkspaceSnapshot.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was handed in, as far as it was taken in.
 *
 * @param files the bytes by path, with forward slashes
 * @param others what has a name at the top and is no file that can be read: a folder, a pipe, something gigantic
 * @param refusals tricks, each with its place: where there is one, nothing of the submission is run
 * @param notes what was left out and is no trick
 * @param unreadable why nothing at all could be read; empty where something could
 */
public record Submission(
        SortedMap<String, byte[]> files,
        SortedMap<String, Kind> others,
        List<String> refusals,
        List<String> notes,
        String unreadable) {
    /** Makes all of it unmodifiable. */
    public Submission {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        others = Collections.unmodifiableSortedMap(new TreeMap<>(others));
        refusals = List.copyOf(refusals);
        notes = List.copyOf(notes);
    }

    /** One of which nothing could be read. */
    static Submission unreadable(String why) {
        return new Submission(new TreeMap<>(), new TreeMap<>(), List.of(), List.of(), why);
    }

    /**
     * The SHA-256 of what was handed in, in hexadecimal: names and bytes, and what could not be read. Equal for a folder and
     * for an archive of it.
     */
    public String sha256() {
        MessageDigest digest = digest();
        files.forEach((name, bytes) -> {
            digest.update((name + "\0" + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        });
        others.forEach((name, kind) -> digest.update((name + "\0" + kind + "\n").getBytes(StandardCharsets.UTF_8)));
        refusals.forEach(refusal -> digest.update((refusal + "\n").getBytes(StandardCharsets.UTF_8)));
        digest.update(unreadable.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /**
     * Whether a file is a state or a backup of one. What was handed in may be forged, so no state is ever run with.
     *
     * @param name its path
     */
    public static boolean isState(String name) {
        return name.contains(".tfstate") && !WorkspaceSnapshot.isCode(name.substring(name.lastIndexOf('/') + 1));
    }

    /**
     * Writes what Terraform may see into an empty folder: everything but states and the lock file, which pins checksums of
     * the learner's platform.
     */
    public void placeIn(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String name = file.getKey();
            if (isState(name) || name.endsWith(".terraform.lock.hcl")) {
                continue;
            }
            Path to = folder.resolve(name).normalize();
            if (!to.startsWith(folder)) {
                throw new IOException(name + " leads out of the folder"); // intake lets none through
            }
            Files.createDirectories(to.getParent());
            Files.write(to, file.getValue(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
    }
}
