package dev.plumbline.terraform.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads those files of a folder that Terraform would load. Pipes and devices are never opened. */
record FolderReader(List<SourceFile> files, List<UnreadableFile> unreadable) {

    private static final long MOST_BYTES = 8L * 1024 * 1024;
    private static final int MOST_FILES = 500;

    static FolderReader read(Path folder) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        List<UnreadableFile> unreadable = new ArrayList<>();
        List<Path> paths;
        try (Stream<Path> entries = Files.list(folder)) {
            paths = entries.filter(path -> FileRole.of(name(path)) != FileRole.OTHER)
                    .sorted((a, b) -> name(a).compareTo(name(b)))
                    .limit(MOST_FILES)
                    .toList();
        }
        for (Path path : paths) {
            // Terraform passes over folders whatever they are called.
            if (!Files.isDirectory(path)) {
                readFile(path, files, unreadable);
            }
        }
        return new FolderReader(files, unreadable);
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    private static void readFile(Path path, List<SourceFile> files, List<UnreadableFile> unreadable) {
        String name = name(path);
        try {
            if (!Files.isRegularFile(path)) {
                unreadable.add(new UnreadableFile(name, Files.exists(path) ? "not a regular file" : "a broken link"));
            } else if (Files.size(path) > MOST_BYTES) {
                unreadable.add(new UnreadableFile(name, "larger than 8 MiB"));
            } else {
                files.add(SourceFile.parse(SourceText.of(name, Files.readAllBytes(path))));
            }
        } catch (IOException e) {
            unreadable.add(new UnreadableFile(name, "cannot be read"));
        }
    }
}
