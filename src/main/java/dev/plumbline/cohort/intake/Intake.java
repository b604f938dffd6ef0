package dev.plumbline.cohort.intake;

import dev.plumbline.cohort.bundle.Bundle;
import dev.plumbline.cohort.bundle.BundleException;
import dev.plumbline.cohort.bundle.BundleReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Takes a submission in, whatever it is. */
public final class Intake {
    private static final List<String> ENDINGS = List.of(".zip", ".tar.gz", ".tgz", ".tar");

    private Intake() {}

    /** Whether it looks like something that can be handed in, judged without opening more than its first bytes. */
    public static boolean isPossible(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return Files.isDirectory(path)
                || (Files.isRegularFile(path) && (ENDINGS.stream().anyMatch(name::endsWith) || isZip(path)));
    }

    /** Reads it. Never fails: what cannot be read says so. */
    public static Submission read(Path path) {
        try {
            if (Files.isDirectory(path)) {
                return FolderIntake.read(path);
            }
            if (isZip(path)) {
                return zip(path);
            }
            return isCalledZip(path)
                    ? Submission.unreadable(
                            path.getFileName() + " cannot be read: it is not a zip archive, or it is damaged.")
                    : TarIntake.read(path);
        } catch (IOException | IllegalArgumentException unreadable) {
            String why = unreadable.getMessage();
            return Submission.unreadable(
                    path.getFileName() + " cannot be read" + (why == null ? "" : ": " + SafeName.shown(why)) + ".");
        }
    }

    private static Submission zip(Path path) throws IOException {
        if (!BundleReader.isBundle(path)) {
            return ZipIntake.read(path);
        }
        try {
            Bundle bundle = BundleReader.open(path);
            List<String> notes = new ArrayList<>();
            bundle.alterations()
                    .forEach(altered -> notes.add("The bundle was changed after it was written: "
                            + SafeName.shown(altered.part()) + " " + altered.says()));
            return new Submission(new TreeMap<>(bundle.work()), new TreeMap<>(), List.of(), notes, "");
        } catch (BundleException trick) {
            return Submission.unreadable(path.getFileName() + " cannot be opened as a bundle. " + trick.text());
        }
    }

    private static boolean isCalledZip(Path path) {
        return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    private static boolean isZip(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] start = in.readNBytes(4);
            return start.length == 4 && start[0] == 'P' && start[1] == 'K' && (start[2] == 3 || start[2] == 5);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
