package dev.plumbline.grading.gather;

import dev.plumbline.grading.StateEvidence;
import dev.plumbline.terraform.StateFile;
import dev.plumbline.workspace.SnapshotReader;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds and reads the learner's state where Terraform would: the set-up backend, the selected workspace. */
public final class StateReader {
    private static final String WORKSPACES = "terraform.tfstate.d";

    private StateReader() {}

    /** All state files of the folder, the one in force first; wherever that is. */
    static StateEvidence read(WorkspaceSnapshot snapshot) {
        return read(snapshot, bytes(snapshot, path(snapshot)));
    }

    /** The same of what the snapshot holds alone: no disk is read, so that a stranger's record can name no place on it. */
    public static StateEvidence within(WorkspaceSnapshot snapshot) {
        return read(snapshot, snapshot.contents().get(path(snapshot)));
    }

    private static StateEvidence read(WorkspaceSnapshot snapshot, byte @org.jspecify.annotations.Nullable [] bytes) {
        String path = path(snapshot);
        Map<String, StateFile> workspaces = new LinkedHashMap<>();
        Map<String, StateFile> others = new LinkedHashMap<>();
        snapshot.contents().keySet().stream().sorted().forEach(name -> {
            if (name.equals(path) || !isState(name)) {
                return;
            }
            StateFile file = snapshot.bytes(name).map(StateFile::read).orElseGet(StateFile.Empty::new);
            String[] parts = name.split("/", -1);
            if (parts.length == 3 && parts[0].equals(WORKSPACES) && parts[2].equals("terraform.tfstate")) {
                workspaces.put(parts[1], file);
            } else if (name.equals("terraform.tfstate")
                    && !snapshot.selectedWorkspace().equals("default")) {
                workspaces.put("default", file);
            } else {
                others.put(name, file);
            }
        });
        StateFile current = bytes == null ? absent(snapshot, path) : StateFile.read(bytes);
        return new StateEvidence(path, current, workspaces, others, lockInfo(snapshot));
    }

    /** No bytes: there is no such file, or there is something that cannot be read. */
    private static StateFile absent(WorkspaceSnapshot snapshot, String path) {
        return snapshot.entry(path)
                .filter(e -> e.kind() != WorkspaceSnapshot.Kind.FILE)
                .<StateFile>map(e -> new StateFile.Damaged(
                        switch (e.kind()) {
                            case DIRECTORY -> path + " is a folder.";
                            case SPECIAL -> path + " is a pipe, socket or device, not a file.";
                            case TOO_LARGE -> path + " is far too large for a state.";
                            default -> path + " cannot be read. Check its permissions.";
                        }))
                .orElseGet(StateFile.Absent::new);
    }

    /** The bytes of the state in force; none if there is none. */
    public static byte @org.jspecify.annotations.Nullable [] bytes(WorkspaceSnapshot snapshot, String path) {
        byte[] known = snapshot.contents().get(path);
        if (known != null) {
            return known;
        }
        try {
            Path file = snapshot.root().resolve(path);
            if (Files.isRegularFile(file) && Files.size(file) <= SnapshotReader.FILE_CAP) {
                return Files.readAllBytes(file);
            }
        } catch (IOException | InvalidPathException unreadable) {
            return null;
        }
        return null;
    }

    private static String path(WorkspaceSnapshot snapshot) {
        String workspace = snapshot.selectedWorkspace();
        String configured = "terraform.tfstate";
        String folder = WORKSPACES;
        BackendRecord record = BackendRecord.of(snapshot).orElse(null);
        if (record != null && record.type().equals("local")) {
            configured = record.path().isEmpty() ? configured : record.path();
            folder = record.folder().isEmpty() ? folder : record.folder();
        }
        return workspace.equals("default") ? configured : folder + "/" + workspace + "/terraform.tfstate";
    }

    private static boolean isState(String name) {
        return name.contains(".tfstate") && !name.endsWith(".lock.info") && !name.startsWith(".terraform/");
    }

    private static boolean lockInfo(WorkspaceSnapshot snapshot) {
        return snapshot.entries().stream()
                .anyMatch(e -> e.name().startsWith(".") && e.name().endsWith(".lock.info"));
    }
}
