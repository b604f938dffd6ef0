package dev.plumbline.cohort.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Bundles and zips for tests. */
public final class Bundles {
    private Bundles() {}

    /** A manifest that says little. */
    public static Manifest manifest() {
        return new Manifest(
                "kinesis-stream",
                "00",
                null,
                "0.1.0",
                Map.of("terraform", "1.11.4"),
                Instant.parse("2026-01-02T03:04:05Z"),
                List.of(),
                List.of(new Manifest.Masked("work/main.tf", 3, "secret_key")),
                List.of(new Manifest.LeftOut(".terraform/", "what init installs")));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Writes a zip with those files, whatever their names. */
    public static Path zip(Path file, Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> one : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(one.getKey()));
                zip.write(one.getValue());
            }
        }
        return Files.write(file, bytes.toByteArray());
    }

    /** The files of a zip. */
    public static Map<String, byte[]> unzip(byte[] bundle) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new java.io.ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
