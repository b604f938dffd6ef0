package dev.plumbline.terminal;

import java.io.IOException;
import java.nio.file.Files;
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
        Path file = folder.resolve(name);
        try {
            return Files.exists(file)
                    && !Files.getLastModifiedTime(file).toInstant().isAfter(at);
        } catch (IOException gone) {
            return false;
        }
    }
}
