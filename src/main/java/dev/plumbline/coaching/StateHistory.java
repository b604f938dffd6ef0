package dev.plumbline.coaching;

import dev.plumbline.grading.StateEvidence;
import dev.plumbline.terraform.StateFile;
import dev.plumbline.terraform.StateFile.Present;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the states that lie around tell of how things came about. */
final class StateHistory {
    private final StateEvidence state;
    private final String type;

    private StateHistory(StateEvidence state, String type) {
        this.state = state;
        this.type = type;
    }

    static StateHistory of(Situation situation) {
        return new StateHistory(situation.state(), situation.wanted().type());
    }

    /** The backup that Terraform keeps beside the state, if it can be read. */
    Optional<Present> backup() {
        return state.others().get(state.path() + ".backup") instanceof Present present
                ? Optional.of(present)
                : Optional.empty();
    }

    /** The state, emptied by a destroy: the record before it had the subject, the same life of a state. */
    boolean wasDestroyed() {
        return state.current() instanceof Present now
                && now.resources().isEmpty()
                && backup().filter(b -> b.lineage().equals(now.lineage()) && has(b))
                        .isPresent()
                && manualBackup().isEmpty();
    }

    /** A backup that {@code terraform state rm} or {@code state mv} has written: its name carries the time. */
    Optional<String> manualBackup() {
        return state.others().keySet().stream()
                .filter(path -> path.matches("(.*/)?terraform\\.tfstate\\.\\d{6,}\\.backup"))
                .sorted()
                .reduce((older, newer) -> newer);
    }

    /** Whether a state that can be read has the subject. */
    boolean has(StateFile file) {
        return file.resources().stream()
                .anyMatch(r -> r.mode().equals("managed") && r.type().equals(type));
    }

    /** The path of another state file, not a backup, that has the subject. */
    Optional<String> elsewhere() {
        return new TreeMap<>(state.others())
                .entrySet().stream()
                        .filter(e -> !e.getKey().contains(".backup") && has(e.getValue()))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    /** The path of a backup, of whatever kind, that has the subject. */
    Optional<String> anyBackup() {
        return new TreeMap<>(state.others())
                .entrySet().stream()
                        .filter(e -> e.getKey().contains(".backup") && has(e.getValue()))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    /** Another Terraform workspace whose state has the subject. */
    Optional<String> otherWorkspace() {
        return new TreeMap<>(state.workspaces())
                .entrySet().stream()
                        .filter(e -> has(e.getValue()))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }
}
