package dev.plumbline.cohort.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Takes a zip in. Only what is wanted is unpacked, so that a learner's installed providers cost nothing. A link in a zip is a
 * small file that holds the link's target, and is taken for just that.
 */
final class ZipIntake {
    private ZipIntake() {}

    static Submission read(Path archive) throws IOException {
        try {
            return read(archive, StandardCharsets.UTF_8);
        } catch (ZipException | IllegalArgumentException notUtf8) {
            return read(archive, Charset.forName("IBM437")); // what zips were written in before there was UTF-8
        }
    }

    private static Submission read(Path archive, Charset names) throws IOException {
        Gathering gathering = new Gathering();
        try (ZipFile zip = new ZipFile(archive.toFile(), names)) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements() && !gathering.isFull()) {
                ZipEntry entry = entries.nextElement();
                String name = name(entry);
                if (gathering.wants(name) && !name.endsWith("/")) {
                    take(zip, entry, name, gathering);
                }
            }
        }
        return gathering.end(true);
    }

    /** Some programs on Windows write backslashes, PowerShell 5 among them. */
    private static String name(ZipEntry entry) {
        return entry.getName().replace('\\', '/');
    }

    private static void take(ZipFile zip, ZipEntry entry, String name, Gathering gathering) {
        try {
            gathering.file(name, () -> zip.getInputStream(entry));
        } catch (IOException broken) {
            gathering.refuse(name, "cannot be unpacked: it is damaged, encrypted or packed in a way of its own");
        }
    }
}
