package dev.plumbline.engine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** This build of the program: the files that its classes come from. */
final class Build {
    private static final String ENGINE = "dev/plumbline/engine";

    private Build() {}

    /** The class path with absolute entries, so that it serves from any folder. */
    static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().normalize())
                .toList();
    }

    /** Differs between builds that differ in the engine or in a library, and between Java installations. */
    static String id() {
        return Running.ID;
    }

    /** Of the classes that run, whatever is built meanwhile in their place. */
    private static final class Running {
        static final String ID = look();
    }

    private static String look() {
        List<String> parts = new ArrayList<>(List.of(System.getProperty("java.home", "")));
        for (Path entry : classPath()) {
            parts.add(entry.toString());
            parts.add(stamp(entry));
        }
        return Digests.hex(parts.toArray(String[]::new));
    }

    private static String stamp(Path entry) {
        try {
            if (Files.isRegularFile(entry)) {
                return Files.size(entry) + "@"
                        + Files.getLastModifiedTime(entry).toMillis();
            }
            Path engine = entry.resolve(ENGINE);
            if (!Files.isDirectory(engine)) {
                return "";
            }
            try (Stream<Path> classes = Files.walk(engine)) {
                return classes.filter(Files::isRegularFile)
                        .sorted()
                        .map(Build::stamp)
                        .reduce("", (all, next) -> all + " " + next);
            }
        } catch (IOException | UncheckedIOException changing) {
            return "changing";
        }
    }
}
