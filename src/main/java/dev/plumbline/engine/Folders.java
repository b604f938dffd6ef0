package dev.plumbline.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders; links are removed, not followed. */
final class Folders {
    private Folders() {}

    static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }

    static void deleteQuietly(Path folder) {
        try {
            delete(folder);
        } catch (IOException leftOver) {
            // In the cache, under a name that the next look with this process number clears first.
            return;
        }
    }

    /** Puts a complete folder in the place of another, so that nobody ever sees half of it. */
    static void replace(Path place, Path complete) throws IOException {
        Path old = place.resolveSibling(complete.getFileName() + ".old");
        if (Files.exists(place)) {
            Files.move(place, old);
        }
        Files.move(complete, place);
        delete(old);
    }
}
