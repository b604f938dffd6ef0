package dev.plumbline.cohort.results;

import java.nio.file.Path;
import java.util.List;

/**
 * All that lies in a results folder.
 *
 * @param folder as it was named
 * @param graded sorted by id
 * @param unread files that are no reports
 */
public record Results(Path folder, List<Graded> graded, List<Unread> unread) {
    public Results {
        graded = List.copyOf(graded);
        unread = List.copyOf(unread);
    }

    /** A file that could not be read as a report, relative to the folder, and why. */
    public record Unread(String file, String why) {}

    /** Whether there is no result at all. */
    public boolean isEmpty() {
        return graded.isEmpty();
    }
}
