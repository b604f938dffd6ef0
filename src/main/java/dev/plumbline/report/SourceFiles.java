package dev.plumbline.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The learner's files as far as a report needs them: the lines that a diagnosis points at. */
@FunctionalInterface
public interface SourceFiles {
    /** The most that is read of one file, in bytes. */
    long LARGEST = 1_000_000;

    /** No files: reports show places without their lines. */
    SourceFiles NONE = file -> Optional.empty();

    /** The text of a file, by its path relative to the workspace; empty if it cannot be shown. */
    Optional<String> text(String file);

    /** The files of a folder; whatever is too large, not a plain file or outside of it has no text. */
    static SourceFiles in(Path workspace) {
        return file -> {
            Path path = workspace.resolve(file).normalize();
            try {
                if (!path.startsWith(workspace.normalize())
                        || !Files.isRegularFile(path)
                        || Files.size(path) > LARGEST) {
                    return Optional.empty();
                }
                return Optional.of(new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                return Optional.empty(); // a report without the excerpt is still right
            }
        };
    }
}
