package dev.plumbline.terminal;

import dev.plumbline.terraform.StateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A quick look at a folder: enough to say what an init or an apply did.
 *
 * @param serial the state's count of its own changes; 0 where there is none that can be read
 * @param ids the managed resources that it lists, by address: the id of each
 * @param locked whether there is a lock file, which init writes when it has installed a provider
 */
record StateGlance(long serial, Map<String, String> ids, boolean locked) {
    private static final long LARGEST = 4_000_000;
    private static final long LONGEST_NAME = 200;

    StateGlance {
        ids = Map.copyOf(ids);
    }

    static StateGlance at(Path workspace) {
        boolean locked = Files.exists(workspace.resolve(".terraform.lock.hcl"));
        if (!(read(workspace.resolve(file(workspace))) instanceof StateFile.Present state)) {
            return new StateGlance(0, Map.of(), locked); // the check that follows says what is wrong with it
        }
        Map<String, String> ids = new TreeMap<>();
        state.resources().stream()
                .filter(resource -> resource.mode().equals("managed"))
                .forEach(resource -> ids.put(resource.address(), resource.text("id")));
        return new StateGlance(state.serial(), ids, locked);
    }

    /** The state of the Terraform workspace that is selected. */
    private static String file(Path workspace) {
        Path selected = workspace.resolve(".terraform").resolve("environment");
        try {
            String name = Files.isRegularFile(selected) && Files.size(selected) <= LONGEST_NAME
                    ? Files.readString(selected).strip()
                    : "";
            return name.isEmpty() || name.equals("default")
                    ? "terraform.tfstate"
                    : "terraform.tfstate.d/" + name + "/terraform.tfstate";
        } catch (IOException unreadable) {
            return "terraform.tfstate";
        }
    }

    private static StateFile read(Path state) {
        try {
            boolean readable = Files.isRegularFile(state) && Files.size(state) <= LARGEST;
            return readable ? StateFile.read(Files.readAllBytes(state)) : new StateFile.Absent();
        } catch (IOException unreadable) {
            return new StateFile.Absent();
        }
    }

    /** How many managed resources the state lists. */
    int resources() {
        return ids.size();
    }
}
