package dev.plumbline.terminal;

import dev.plumbline.text.Phrases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The room on the disk of a folder: a Terraform that finds none fails in many words, and does so again each time. */
final class DiskRoom {
    /** Less than a plan and a state of these labs take, with the temporary files beside them. */
    private static final long SCARCE = 256L << 10;

    private DiskRoom() {}

    /** What to say after a Terraform command that failed; nothing where there is room. */
    static Optional<String> trouble(Path folder, Phrases phrases) {
        try {
            return trouble(folder, Files.getFileStore(folder).getUsableSpace(), phrases);
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    static Optional<String> trouble(Path folder, long usable, Phrases phrases) {
        return usable < SCARCE
                ? Optional.of(phrases.say("command.disk-full", "folder", folder, "kilobytes", usable >> 10))
                : Optional.empty();
    }
}
