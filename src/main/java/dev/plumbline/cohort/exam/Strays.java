package dev.plumbline.cohort.exam;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Processes that a submission's Terraform may have left behind, found by the home folder in their environment: they have it
 * from their parents even where they have left them. Where there is no {@code /proc}, none are found.
 */
final class Strays {
    private static final Path PROCESSES = Path.of("/proc");

    private Strays() {}

    /** Ends those that live in that home. */
    static void end(Path home) {
        byte[] mark = ("HOME=" + home + "\0").getBytes(StandardCharsets.UTF_8);
        try (DirectoryStream<Path> all = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path process : all) {
                if (has(process.resolve("environ"), mark)) {
                    Optional<ProcessHandle> stray = ProcessHandle.of(
                            Long.parseLong(process.getFileName().toString()));
                    stray.ifPresent(ProcessHandle::destroyForcibly);
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException noProcesses) {
            return; // another system: the runs' own ends have to do
        }
    }

    private static boolean has(Path environment, byte[] mark) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(environment);
        } catch (IOException endedOrForeign) {
            return false;
        }
        // Latin-1 keeps every byte, and so every place.
        return ("\0" + new String(bytes, StandardCharsets.ISO_8859_1) + "\0")
                .contains("\0" + new String(mark, StandardCharsets.ISO_8859_1));
    }
}
