package dev.plumbline.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A learner's folder at one moment.
 *
 * @param root its absolute path
 * @param entries everything directly in it, by name, without {@code .plumbline}
 * @param contents the bytes of each readable file that Terraform or the grader reads (code, values, lock file, states),
 *     by path relative to the root with forward slashes; also {@code .terraform/terraform.tfstate}, the
 *     backend that init has set up if it is not the default
 * @param parent names of Terraform files and states one folder up: the mark of commands run in the wrong place
 * @param initialised whether {@code .terraform} holds what {@code terraform init} puts there
 * @param selectedWorkspace the Terraform workspace that is selected; {@code default} unless changed
 * @param atWork whether a Terraform is changing things here at this moment, so that nothing can be judged by them
 */
public record WorkspaceSnapshot(
        Path root,
        List<Entry> entries,
        Map<String, byte[]> contents,
        List<String> parent,
        boolean initialised,
        String selectedWorkspace,
        boolean atWork) {
    public WorkspaceSnapshot {
        entries = List.copyOf(entries);
        contents = Map.copyOf(contents);
        parent = List.copyOf(parent);
    }

    /** A folder where nothing is running. */
    public WorkspaceSnapshot(
            Path root,
            List<Entry> entries,
            Map<String, byte[]> contents,
            List<String> parent,
            boolean initialised,
            String selectedWorkspace) {
        this(root, entries, contents, parent, initialised, selectedWorkspace, false);
    }

    /** What a directory entry is. */
    public enum Kind {
        /** A regular file. */
        FILE,
        /** A folder. */
        DIRECTORY,
        /** A pipe, socket or device: opening it could hang. */
        SPECIAL,
        /** A file whose bytes could not be read. */
        UNREADABLE,
        /** A file larger than {@link SnapshotReader#FILE_CAP}, or {@link SnapshotReader#CODE_CAP} for code. */
        TOO_LARGE,
        /** A code file whose bytes are no text. */
        BINARY
    }

    /**
     * One name in the folder.
     *
     * @param bytes its size
     */
    public record Entry(String name, Kind kind, long bytes) {}

    /** The entry of that name. */
    public Optional<Entry> entry(String name) {
        return entries.stream().filter(e -> e.name().equals(name)).findFirst();
    }

    /** The bytes of a file, if it was read. */
    public Optional<byte[]> bytes(String path) {
        return Optional.ofNullable(contents.get(path));
    }

    /** Names of the files Terraform loads as code from this folder, in its order: {@code *.tf} and {@code *.tf.json}. */
    public List<String> codeFiles() {
        return entries.stream()
                .map(Entry::name)
                .filter(WorkspaceSnapshot::isCode)
                .sorted()
                .toList();
    }

    /**
     * Whether Terraform would load a file of that name as code. Names that start with a dot, end with a tilde or stand
     * between number signs are editors' files and ignored (Terraform's {@code configs.IsIgnoredFile}).
     */
    public static boolean isCode(String name) {
        return (name.endsWith(".tf") || name.endsWith(".tf.json")) && !isIgnored(name);
    }

    /** Whether Terraform loads a file of that name for variables' values without being told to. */
    public static boolean isValues(String name) {
        return name.equals("terraform.tfvars")
                || name.equals("terraform.tfvars.json")
                || name.endsWith(".auto.tfvars")
                || name.endsWith(".auto.tfvars.json");
    }

    private static boolean isIgnored(String name) {
        return name.startsWith(".") || name.endsWith("~") || (name.startsWith("#") && name.endsWith("#"));
    }
}
