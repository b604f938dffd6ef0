package dev.plumbline.terminal;

import dev.plumbline.terraform.StateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A quick look at a folder: enough to say what an init or an apply did.
 *
 * @param resources how many managed resources its state lists
 * @param locked whether it has a lock file, which init writes when it has installed a provider
 */
record StateGlance(int resources, boolean locked) {
    private static final long LARGEST = 4_000_000;

    static StateGlance at(Path workspace) {
        return new StateGlance(resources(workspace), Files.exists(workspace.resolve(".terraform.lock.hcl")));
    }

    private static int resources(Path workspace) {
        Path state = workspace.resolve("terraform.tfstate");
        try {
            if (!Files.isRegularFile(state) || Files.size(state) > LARGEST) {
                return 0;
            }
            return (int) StateFile.read(Files.readAllBytes(state)).resources().stream()
                    .filter(r -> r.mode().equals("managed"))
                    .count();
        } catch (IOException unreadable) {
            return 0; // the check that follows says what is wrong with it
        }
    }
}
