package dev.plumbline.terminal;

import dev.plumbline.text.Phrases;
import dev.plumbline.workbench.CloudChanges;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What an apply did, in a sentence: from the state before and after, and from what AWS was asked to change meanwhile.
 *
 * @param then what the folder showed before
 * @param now what it shows now
 * @param changes what AWS was made to change; empty where nobody can know
 */
record AfterApply(StateGlance then, StateGlance now, Optional<List<CloudChanges.Change>> changes, Phrases phrases) {

    /**
     * The sentence after it ended well.
     *
     * @param took how long the command ran
     * @param waiting how long the provider waits at a create by itself, in seconds
     */
    String done(Duration took, int waiting) {
        int more = now.resources() - then.resources();
        if (more > 0 && took.toSeconds() < waiting) {
            return phrases.say("command.applied-soon", "count", more); // nothing waited: imported, or no stream
        }
        if (more > 0) {
            return phrases.say("command.applied-new", "count", more, "took", took.toSeconds(), "seconds", waiting);
        }
        if (more < 0) {
            return phrases.say("command.applied-removed", "count", -more);
        }
        return sameCount();
    }

    private String sameCount() {
        Optional<String> other = then.ids().entrySet().stream()
                .filter(entry -> now.ids().containsKey(entry.getKey()))
                .filter(entry -> !entry.getValue().equals(now.ids().get(entry.getKey())))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
        if (other.isPresent()) {
            return phrases.say(
                    "command.applied-other",
                    "then",
                    Objects.requireNonNull(then.ids().get(other.get())),
                    "now",
                    Objects.requireNonNull(now.ids().get(other.get())));
        }
        boolean created = asked().stream().anyMatch(change -> change.operation().startsWith("Create"));
        if (created) {
            return phrases.say("command.applied-again", "count", now.resources());
        }
        boolean nothing = now.serial() == then.serial() && asked().isEmpty();
        return phrases.say(nothing ? "command.applied-nothing" : "command.applied-same", "count", now.resources());
    }

    /** The sentence after it ended badly, or was answered with no. */
    String stopped() {
        if (now.resources() != then.resources()) {
            return phrases.say("command.apply-stopped");
        }
        if (changes.isEmpty()) {
            return phrases.say("command.apply-unknown");
        }
        return asked().isEmpty()
                ? phrases.say("command.apply-nothing")
                : phrases.say("command.apply-begun", "operation", asked().get(0).operation());
    }

    private List<CloudChanges.Change> asked() {
        return changes.orElse(List.of());
    }
}
