package dev.plumbline.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Folders as wholes: copied, deleted, fingerprinted. Symbolic links stay links. */
final class Trees {
    private Trees() {}

    /** Copies what is in a folder, except the names at its top that are left out. */
    static void copy(Path from, Path to, Predicate<String> leftOut) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (isLeftOut(folder)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(target(folder));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!isLeftOut(file)) {
                    copyFile(file, target(file));
                }
                return FileVisitResult.CONTINUE;
            }

            private boolean isLeftOut(Path path) {
                return from.equals(path.getParent())
                        && leftOut.test(path.getFileName().toString());
            }

            private Path target(Path path) {
                return to.resolve(from.relativize(path).toString());
            }
        });
    }

    /** An installed provider is 700 MB and never written to: linked, not copied. */
    private static void copyFile(Path from, Path to) throws IOException {
        if (from.toString().contains("/.terraform/providers/") && !Files.isSymbolicLink(from)) {
            Files.createLink(to, from);
        } else {
            Files.copy(
                    from,
                    to,
                    StandardCopyOption.COPY_ATTRIBUTES,
                    StandardCopyOption.REPLACE_EXISTING,
                    LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Deletes a file or a folder with all that is in it; links are removed, not followed. */
    static void delete(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            @SuppressWarnings("NullAway") // the JDK hands null where there was no failure
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** The same for the same texts and the same files of the same names; names at the top can be left out. */
    static String fingerprint(List<String> texts, Path folder, Predicate<String> leftOut) throws IOException {
        MessageDigest digest = sha256();
        texts.forEach(text -> digest.update((text + "\0").getBytes(StandardCharsets.UTF_8)));
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                Path name = folder.relativize(file);
                if (!leftOut.test(name.getName(0).toString())) {
                    digest.update((name + "\0").getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
