package dev.plumbline.grading;

import dev.plumbline.terraform.StateFile;
import java.util.List;
import java.util.Map;

/**
 * The learner's state as it lies there.
 *
 * @param path where Terraform would look for it, relative to the workspace
 * @param current the state of the selected workspace and backend
 * @param workspaces the states of the other Terraform workspaces, by name
 * @param others further state files that lie around (backup, an earlier place, an adjacent folder), by path
 * @param lockInfo whether a lock file of a run is left or in force
 */
public record StateEvidence(
        String path,
        StateFile current,
        Map<String, StateFile> workspaces,
        Map<String, StateFile> others,
        boolean lockInfo) {
    public StateEvidence {
        workspaces = Map.copyOf(workspaces);
        others = Map.copyOf(others);
    }

    /** The managed instances of a resource type in the current state. */
    public List<StateFile.Resource> managed(String type) {
        return current.resources().stream()
                .filter(r -> r.mode().equals("managed") && r.type().equals(type))
                .toList();
    }
}
