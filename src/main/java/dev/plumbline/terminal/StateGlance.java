package dev.plumbline.terminal;

import dev.plumbline.terraform.StateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many resources the state in a folder lists: enough to say what an apply did. */
final class StateGlance {
    private static final long LARGEST = 4_000_000;

    private StateGlance() {}

    static int resources(Path workspace) {
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
