package dev.plumbline.engine.schema;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The configuration and state files that a Terraform run in a folder may read. */
final class WorkspaceFiles {
    private static final int DEPTH = 8;
    private static final int MOST_FILES = 2_000;
    private static final long LARGEST = 64L * 1024 * 1024;

    /** A quoted relative path of a module, or of a state kept elsewhere. */
    private static final Pattern ELSEWHERE = Pattern.compile("\"((?:\\.\\.?/|/)[^\"\\n$%]{0,400})\"");

    private final Set<Path> files = new LinkedHashSet<>();
    private final Set<Path> folders = new LinkedHashSet<>();
    private final Deque<Path> open = new ArrayDeque<>();

    private WorkspaceFiles() {}

    /** Fails where there is more, or something larger, than a configuration has. */
    static Set<Path> of(Path workspace) throws IOException {
        WorkspaceFiles found = new WorkspaceFiles();
        found.open.add(workspace.toAbsolutePath().normalize());
        while (!found.open.isEmpty()) {
            found.visit(found.open.removeFirst());
        }
        return found.files;
    }

    private void visit(Path place) throws IOException {
        if (Files.isRegularFile(place)) {
            add(place);
            return;
        }
        if (!Files.isDirectory(place) || !folders.add(place)) {
            return;
        }
        Files.walkFileTree(place, Set.of(), DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                String name = dir.getFileName() == null ? "" : dir.getFileName().toString();
                boolean skip = name.equals("providers") || name.equals(".git") || name.equals(".plumbline");
                return skip && !dir.equals(place) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (Files.isRegularFile(file) && isRead(file)) {
                    add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isRead(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".tf") || name.endsWith(".tf.json") || name.endsWith(".tfstate");
    }

    private void add(Path file) throws IOException {
        if (!files.add(file)) {
            return;
        }
        if (files.size() > MOST_FILES || Files.size(file) > LARGEST) {
            throw new IOException("more than a configuration: " + file);
        }
        if (file.getFileName().toString().endsWith(".tf")) {
            Matcher elsewhere = ELSEWHERE.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            while (elsewhere.find()) {
                sibling(file, elsewhere.group(1)).ifPresent(this::follow);
            }
        }
    }

    /** What stands in quotes need not be a path: Terraform finds nothing there either. */
    private static Optional<Path> sibling(Path file, String quoted) {
        try {
            return Optional.of(file.resolveSibling(quoted).normalize());
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    private void follow(Path target) {
        boolean state = Files.isRegularFile(target) && isRead(target);
        // Only a folder that holds configuration itself can be a module; "/" or a home folder is not walked for
        // nothing.
        boolean module = Files.isDirectory(target)
                && target.getNameCount() > 1
                && Files.exists(target)
                && hasConfiguration(target);
        if (state || module) {
            open.add(target);
        }
    }

    private static boolean hasConfiguration(Path folder) {
        try (var children = Files.list(folder)) {
            return children.anyMatch(child -> isRead(child) && Files.isRegularFile(child));
        } catch (IOException unreadable) {
            return false;
        }
    }
}
