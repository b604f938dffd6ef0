package dev.plumbline.workbench;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/**
 * Copies a learner's folder: code, values, states, the lock file, and what init set up. Installed providers are half a
 * gigabyte and are linked, each at its own folder, so that an init in the copy replaces a link and never the original.
 * What the learner linked to another file is copied; pipes and devices are left out.
 */
final class WorkspaceCopy extends SimpleFileVisitor<Path> {
    private static final long LARGEST = 8L << 20;
    private static final int MOST = 2000;

    /** .terraform/providers/HOST/NAMESPACE/TYPE/VERSION/PLATFORM: what Terraform itself links from a mirror. */
    private static final int PROVIDER_DEPTH = 7;

    private static final Set<String> LEFT_OUT = Set.of(".plumbline", ".git", ".terraform.tfstate.lock.info");

    private final Path from;
    private final Path to;
    private int copied;

    private WorkspaceCopy(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Makes the copy.
     *
     * @throws IOException if the folder cannot be read or the copy not written
     */
    static void make(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        Files.walkFileTree(from, new WorkspaceCopy(from, to));
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
        Path inside = from.relativize(directory);
        if (LEFT_OUT.contains(inside.getFileName().toString())) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        if (isProvider(inside)) {
            Files.createSymbolicLink(to.resolve(inside), directory.toRealPath());
            return FileVisitResult.SKIP_SUBTREE;
        }
        Files.createDirectories(to.resolve(inside));
        return FileVisitResult.CONTINUE;
    }

    private static boolean isProvider(Path inside) {
        return inside.getNameCount() == PROVIDER_DEPTH
                && inside.getName(0).toString().equals(".terraform")
                && inside.getName(1).toString().equals("providers");
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Path inside = from.relativize(file);
        if (LEFT_OUT.contains(inside.getFileName().toString()) || ++copied > MOST) {
            return FileVisitResult.CONTINUE;
        }
        try {
            copy(file, attributes, to.resolve(inside));
        } catch (NoSuchFileException temporary) {
            return FileVisitResult.CONTINUE; // gone since the folder was listed
        }
        return FileVisitResult.CONTINUE;
    }

    /** A link to a file becomes a file of its own: what is written in the copy must not reach the learner's. */
    private static void copy(Path file, BasicFileAttributes attributes, Path copy) throws IOException {
        if (Files.isRegularFile(file)) {
            if (Files.size(file) <= LARGEST) {
                Files.copy(file, copy);
            }
        } else if (attributes.isSymbolicLink() && (Files.isDirectory(file) || !Files.exists(file))) {
            Files.createSymbolicLink(copy, target(file));
        }
    }

    /** Where a link leads from anywhere; one that leads nowhere, or in a circle, does so in the copy too. */
    private static Path target(Path link) throws IOException {
        try {
            return link.toRealPath();
        } catch (FileSystemException nowhere) {
            return Files.readSymbolicLink(link);
        }
    }

    /** A file that vanishes while it is copied was temporary. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException gone) {
        return FileVisitResult.CONTINUE;
    }
}
