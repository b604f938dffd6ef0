package dev.plumbline.cohort.intake;

import dev.plumbline.workspace.WorkspaceSnapshot.Kind;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Takes a folder in. Links are looked at and never followed out of it; pipes and devices are never opened. */
final class FolderIntake extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Gathering gathering = new Gathering();

    private FolderIntake(Path root) {
        this.root = root;
    }

    static Submission read(Path folder) throws IOException {
        FolderIntake intake = new FolderIntake(folder.toRealPath());
        Files.walkFileTree(intake.root, intake);
        return intake.gathering.end(false);
    }

    private String name(Path path) {
        return root.relativize(path).toString();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (folder.equals(root)) {
            return FileVisitResult.CONTINUE;
        }
        if (gathering.isFull()) {
            return FileVisitResult.TERMINATE;
        }
        if (!gathering.wants(name(folder))) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        if (root.equals(folder.getParent())) {
            gathering.other(name(folder), Kind.DIRECTORY);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (gathering.isFull()) {
            return FileVisitResult.TERMINATE;
        }
        String name = name(file);
        if (!gathering.wants(name)) {
            return FileVisitResult.CONTINUE;
        }
        if (attributes.isSymbolicLink()) {
            link(file, name);
        } else if (attributes.isRegularFile()) {
            regular(file, name);
        } else {
            gathering.other(name, Kind.SPECIAL);
        }
        return FileVisitResult.CONTINUE;
    }

    private void regular(Path file, String name) throws IOException {
        if (!Files.isReadable(file)) {
            gathering.other(name, Kind.UNREADABLE);
            return;
        }
        gathering.file(name, () -> Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS));
    }

    private void link(Path link, String name) throws IOException {
        Path target;
        try {
            target = link.toRealPath();
        } catch (IOException nowhere) {
            gathering.note(name, "is a link that leads nowhere");
            gathering.other(name, Kind.UNREADABLE);
            return;
        }
        if (!target.startsWith(root)) {
            gathering.refuse(name, "is a link that leads out of the submission, and was not followed");
        } else if (Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS) && !SafeName.isLeftOut(name(target))) {
            regular(target, name);
        } else {
            gathering.note(name, "is a link to something that is no file, and was left out");
        }
    }

    /** No permission, or gone meanwhile. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException closed) {
        if (gathering.wants(name(file))) {
            gathering.other(name(file), Kind.UNREADABLE);
        }
        return FileVisitResult.CONTINUE;
    }
}
