package dev.plumbline.workbench;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A folder with all that is in it; links are removed, never followed. */
final class FolderTree {
    /** Somebody may be writing there at that very moment: what they made since the last time goes with the next one. */
    private static final int TIMES = 5;

    private FolderTree() {}

    /**
     * Removes it; nothing happens where there is none.
     *
     * @throws IOException if something of it stays
     */
    static void remove(Path top) throws IOException {
        for (int time = 1; Files.exists(top, LinkOption.NOFOLLOW_LINKS); time++) {
            try {
                Files.walkFileTree(top, new Removal());
            } catch (DirectoryNotEmptyException writtenTo) {
                if (time == TIMES) {
                    throw writtenTo;
                }
            }
        }
    }

    /** Removes what of it can be removed. */
    static void removeWhatGoes(Path top) {
        try {
            remove(top);
        } catch (IOException stays) {
            // it is in nobody's way
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException trouble) throws IOException {
            if (trouble instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE; // gone already
            }
            throw trouble;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException trouble) throws IOException {
            if (trouble != null && !(trouble instanceof NoSuchFileException)) {
                throw trouble;
            }
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
