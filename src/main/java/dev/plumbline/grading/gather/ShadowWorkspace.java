package dev.plumbline.grading.gather;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.plumbline.workspace.ScratchFolder;
import dev.plumbline.workspace.WorkspaceSnapshot;
import dev.plumbline.workspace.WorkspaceSnapshot.Entry;
import dev.plumbline.workspace.WorkspaceSnapshot.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A private copy of a learner's files and state in which the grader's Terraform runs, so that nothing of a run is ever
 * written into the learner's folder. The learner's selected workspace comes along; their backend does not: whatever the
 * file says, the copy keeps its state in the copy.
 */
final class ShadowWorkspace implements AutoCloseable {
    private static final long COPY_CAP = 1L << 20;
    private static final int COPIES = 200;

    /** Read last by Terraform, so that it wins over any backend of the learner's. */
    private static final String OVERRIDE = "zz_plumbline_override.tf";

    private final Path folder;
    private final boolean needsInit;

    private ShadowWorkspace(Path folder, boolean needsInit) {
        this.folder = folder;
        this.needsInit = needsInit;
    }

    /**
     * Makes the copy.
     *
     * @param state the bytes of the learner's state, or none
     * @param ownBackend whether the code has a backend or cloud block, which the copy has to replace
     */
    static ShadowWorkspace of(WorkspaceSnapshot snapshot, byte[] state, boolean ownBackend) throws IOException {
        Path folder = ScratchFolder.create("shadow");
        ShadowWorkspace shadow = new ShadowWorkspace(folder, ownBackend);
        try {
            shadow.copyFiles(snapshot);
            shadow.placeState(snapshot.selectedWorkspace(), state, ownBackend);
            shadow.linkProviders(snapshot.root());
        } catch (IOException noRoom) {
            shadow.close();
            throw noRoom;
        }
        return shadow;
    }

    /** The copy with the learner's backend and init's record of it in it, to ask Terraform whether the two agree. */
    static ShadowWorkspace withBackend(WorkspaceSnapshot snapshot) throws IOException {
        ShadowWorkspace shadow = of(snapshot, new byte[0], false);
        byte[] record = snapshot.contents().get(".terraform/terraform.tfstate");
        if (record != null) {
            Path data = Files.createDirectories(shadow.folder.resolve(".terraform"));
            Files.write(data.resolve("terraform.tfstate"), record);
        }
        return shadow;
    }

    private void copyFiles(WorkspaceSnapshot snapshot) throws IOException {
        int copied = 0;
        for (Entry entry : snapshot.entries()) {
            if (entry.kind() != Kind.FILE || entry.name().startsWith("terraform.tfstate")) {
                continue;
            }
            byte[] bytes = snapshot.contents().get(entry.name());
            if (bytes != null) {
                Files.write(folder.resolve(entry.name()), bytes);
            } else if (entry.bytes() <= COPY_CAP && copied++ < COPIES) {
                copy(snapshot.root(), entry.name());
            }
        }
    }

    /** {@code file("…")} in the code may read any small file beside it. */
    private void copy(Path root, String name) throws IOException {
        try {
            Path from = root.resolve(name);
            if (Files.isRegularFile(from) && Files.isReadable(from)) {
                Files.copy(from, folder.resolve(name));
            }
        } catch (InvalidPathException foreign) {
            // Its name cannot be said in the locale this runs in, and so not in the code either.
            return;
        }
    }

    /**
     * Code of the folders inside, for modules that are called from there, with the record that init keeps of them. What the
     * learner's own record says of other places is not followed.
     *
     * @param modules the folders, inside this one, by the names of the calls
     */
    void addModules(WorkspaceSnapshot snapshot, Map<String, String> modules) throws IOException {
        for (Map.Entry<String, byte[]> file : snapshot.contents().entrySet()) {
            int slash = file.getKey().lastIndexOf('/');
            String name = file.getKey().substring(slash + 1);
            if (slash > 0
                    && modules.containsValue(file.getKey().substring(0, slash))
                    && WorkspaceSnapshot.isCode(name)) {
                Path to = folder.resolve(file.getKey());
                Files.createDirectories(to.getParent());
                Files.write(to, file.getValue());
            }
        }
        ObjectMapper json = new ObjectMapper();
        ArrayNode all = json.createArrayNode();
        all.addObject().put("Key", "").put("Source", "").put("Dir", ".");
        modules.forEach((key, dir) ->
                all.addObject().put("Key", key).put("Source", "./" + dir).put("Dir", dir));
        Path record = Files.createDirectories(folder.resolve(".terraform").resolve("modules"));
        Files.write(
                record.resolve("modules.json"),
                json.writeValueAsBytes(json.createObjectNode().set("Modules", all)));
    }

    private void placeState(String workspace, byte[] state, boolean ownBackend) throws IOException {
        Path place = folder.resolve("terraform.tfstate");
        if (ownBackend) {
            Files.writeString(folder.resolve(OVERRIDE), "terraform {\n  backend \"local\" {}\n}\n");
        }
        if (!workspace.equals("default")) {
            Path data = Files.createDirectories(folder.resolve(".terraform"));
            Files.write(data.resolve("environment"), workspace.getBytes(StandardCharsets.UTF_8));
            place = Files.createDirectories(
                            folder.resolve("terraform.tfstate.d").resolve(workspace))
                    .resolve("terraform.tfstate");
        }
        if (state.length > 0) {
            Files.write(place, state);
        }
    }

    /** What the learner's own init installed serves providers other than the one the warm engine attaches. */
    private void linkProviders(Path root) throws IOException {
        Path installed = root.resolve(".terraform").resolve("providers");
        if (Files.isDirectory(installed)) {
            Path data = Files.createDirectories(folder.resolve(".terraform"));
            Files.createSymbolicLink(data.resolve("providers"), installed.toRealPath());
        }
    }

    Path folder() {
        return folder;
    }

    /** Whether Terraform will want an init before a plan, for the backend's sake. */
    boolean needsInit() {
        return needsInit;
    }

    /** Whether there are installed providers to run stock commands with. */
    boolean hasProviders() {
        return Files.isDirectory(folder.resolve(".terraform").resolve("providers"));
    }

    /** Variables for the Terraform that runs here. */
    Map<String, String> environment() {
        return Map.of("PWD", folder.toString());
    }

    @Override
    public void close() throws IOException {
        ScratchFolder.delete(folder);
    }
}
