package dev.plumbline.cohort.bundle;

import dev.plumbline.lab.Lab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The checksum of a lab as it judges: its files but the author's cases, and the values that are in force. */
public final class LabHash {
    private LabHash() {}

    /** Of that lab; the same on every machine. */
    public static String of(Lab lab) {
        MessageDigest digest = Checksum.digest();
        Path folder = lab.labDirectory();
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> files = walk.filter(Files::isRegularFile)
                    .filter(file -> !folder.relativize(file).startsWith("cases"))
                    .sorted((a, b) -> name(folder, a).compareTo(name(folder, b)))
                    .toList();
            for (Path file : files) {
                add(digest, name(folder, file));
                add(digest, Checksum.of(Files.readAllBytes(file)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the lab was read from there a moment ago", unreadable);
        }
        lab.parameters().values().forEach((name, value) -> add(digest, name + "=" + value));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static void add(MessageDigest digest, String text) {
        digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
