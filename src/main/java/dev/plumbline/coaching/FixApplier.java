package dev.plumbline.coaching;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.terraform.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes a fix in the learner's folder and takes it back. Before a file is touched its bytes are kept under {@code
 * .plumbline/undo/NUMBER/}; {@code before/} holds what was there, {@code after/} what the fix made of it, so that undoing
 * never throws later work away. Nothing else is written.
 */
public final class FixApplier {
    private final Path workspace;
    private final Path undo;

    /** For one learner's folder. */
    public FixApplier(Path workspace) {
        this.workspace = workspace.toAbsolutePath().normalize();
        this.undo = this.workspace.resolve(".plumbline").resolve("undo");
    }

    /** What came of it. */
    public record Outcome(boolean done, String message, List<String> files) {
        public Outcome {
            files = List.copyOf(files);
        }
    }

    /**
     * Makes the edits of a fix.
     *
     * @throws IOException if a file cannot be read or written; then nothing after that file was touched
     * @throws IllegalArgumentException if an edit names a file outside the folder
     */
    public Outcome apply(Diagnosis.Fix fix) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        fix.edits().forEach(edit -> names.add(edit.file()));
        Path step = undo.resolve(String.format(java.util.Locale.ROOT, "%04d", lastStep() + 1));
        List<String> changed = new ArrayList<>();
        for (String name : names) {
            Path file = inside(name);
            byte[] before = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            SourceText text = SourceText.of(name, before);
            byte[] after = Edits.apply(text, fix.edits()).bytes();
            if (Files.exists(file) && Arrays.equals(before, after)) {
                continue;
            }
            if (Files.exists(file)) {
                keep(step.resolve("before").resolve(name), before);
            }
            keep(step.resolve("after").resolve(name), after);
            replace(file, after);
            changed.add(name);
        }
        return changed.isEmpty()
                ? new Outcome(false, "The file has changed since; the fix is not needed any more.", changed)
                : new Outcome(true, fix.summary(), changed);
    }

    /**
     * Takes the last fix back. A file that has been changed since is left alone, and the outcome says so.
     *
     * @throws IOException if a file cannot be read or written
     */
    public Outcome undo() throws IOException {
        int last = lastStep();
        if (last == 0) {
            return new Outcome(false, "There is no fix to take back.", List.of());
        }
        Path step = undo.resolve(String.format(java.util.Locale.ROOT, "%04d", last));
        List<String> names = new ArrayList<>();
        try (Stream<Path> all = Files.walk(step.resolve("after"))) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> names.add(
                            step.resolve("after").relativize(file).toString().replace('\\', '/')));
        }
        for (String name : names) {
            Path file = inside(name);
            byte[] after = Files.readAllBytes(step.resolve("after").resolve(name));
            if (!Files.isRegularFile(file) || !Arrays.equals(after, Files.readAllBytes(file))) {
                return new Outcome(
                        false,
                        name + " has been changed since the fix. What it was before lies in "
                                + workspace.relativize(step.resolve("before").resolve(name)) + ".",
                        List.of());
            }
        }
        for (String name : names) {
            Path before = step.resolve("before").resolve(name);
            if (Files.exists(before)) {
                replace(inside(name), Files.readAllBytes(before));
            } else {
                Files.delete(inside(name));
            }
        }
        delete(step);
        return new Outcome(true, "The last fix is taken back.", names);
    }

    /** The text a fix belongs to, as it is now; empty for a file that is not there. */
    public String text(String name) throws IOException {
        Path file = inside(name);
        return Files.isRegularFile(file)
                ? SourceText.of(name, Files.readAllBytes(file)).text()
                : "";
    }

    private Path inside(String name) throws IOException {
        Path file = workspace.resolve(name).normalize();
        if (!file.startsWith(workspace) || file.equals(workspace)) {
            throw new IllegalArgumentException("not a file of the workspace: " + name);
        }
        if (Files.exists(file) && !file.toRealPath().startsWith(workspace.toRealPath())) {
            throw new IOException(name + " is a link to a file outside this folder, which is not touched");
        }
        return file;
    }

    /** Whole or not at all: a full disk or a crash leaves the old text, never half of the new one. */
    private static void replace(Path file, byte[] bytes) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file;
        Path draft = target.resolveSibling("." + target.getFileName() + ".plumbline");
        try {
            Files.write(draft, bytes);
            if (Files.exists(target)) {
                keepAttributes(target, draft);
            }
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void keepAttributes(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (view != null) {
            Files.setPosixFilePermissions(to, view.readAttributes().permissions());
        }
    }

    private int lastStep() throws IOException {
        if (!Files.isDirectory(undo, LinkOption.NOFOLLOW_LINKS)) {
            return 0;
        }
        try (Stream<Path> steps = Files.list(undo)) {
            Optional<Integer> last = steps.map(p -> p.getFileName().toString())
                    .filter(name -> name.matches("\\d{4,9}"))
                    .map(Integer::valueOf)
                    .max(Comparator.naturalOrder());
            return last.orElse(0);
        }
    }

    private static void keep(Path file, byte[] bytes) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(file, bytes);
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }
}
