package dev.plumbline.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;

/**
 * When the learner's last command ended.
 *
 * @param folder where it ran
 */
record CommandEnd(Path folder, Instant at) {
    /** Whether all these files are as they were then, so that their change was the command's. */
    boolean wrote(Set<String> files) {
        return files.stream().allMatch(this::isOld);
    }

    private boolean isOld(String name) {
        try {
            Path file = folder.resolve(name);
            return Files.exists(file)
                    && !Files.getLastModifiedTime(file).toInstant().isAfter(at);
        } catch (IOException | InvalidPathException gone) {
            return false;
        }
    }
}
