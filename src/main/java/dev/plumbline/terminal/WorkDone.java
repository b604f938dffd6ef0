package dev.plumbline.terminal;

import dev.plumbline.workbench.CloudCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was done between two looks at a state, by the ids in it and by what AWS was made to change meanwhile. Each list holds
 * ids as the state has them, but for the calls.
 *
 * @param built new in the state, and AWS was asked to create it
 * @param takenOver new in the state, and AWS was not asked to create it
 * @param replaced at one address another one than before, the old one deleted
 * @param swapped at one address another one than before, the old one not deleted
 * @param deleted no longer in the state, and deleted
 * @param dropped no longer in the state, and AWS was not asked to delete it
 * @param anew in the state before and after, and deleted and created in between
 * @param again in the state before and after, and created in between: it was missing
 * @param changed calls that changed what was and is there
 * @param unlisted creations of what the state does not list
 * @param others deletions of what the state had not listed
 */
record WorkDone(
        List<String> built,
        List<String> takenOver,
        List<Swap> replaced,
        List<Swap> swapped,
        List<String> deleted,
        List<String> dropped,
        List<String> anew,
        List<String> again,
        List<CloudCall> changed,
        List<CloudCall> unlisted,
        List<CloudCall> others) {
    /** One in the place of another. */
    record Swap(String then, String now) {}

    static WorkDone between(StateGlance then, StateGlance now, List<CloudCall> calls) {
        List<CloudCall> done = calls.stream().filter(CloudCall::hasChanged).toList();
        List<CloudCall> creations = starting(done, "Create");
        List<CloudCall> deletions = starting(done, "Delete");
        Map<String, String> gained = beyond(now, then);
        Map<String, String> lost = beyond(then, now);
        List<Swap> replaced = new ArrayList<>();
        List<Swap> swapped = new ArrayList<>();
        Set<String> both = new HashSet<>(gained.keySet());
        both.retainAll(lost.keySet());
        both.stream().sorted().forEach(address -> {
            Swap swap = new Swap(
                    Objects.requireNonNull(lost.remove(address)), Objects.requireNonNull(gained.remove(address)));
            (isAmong(deletions, swap.then()) ? replaced : swapped).add(swap);
        });
        List<String> kept = now.ids().values().stream()
                .filter(then.ids()::containsValue)
                .filter(id -> isAmong(creations, id))
                .sorted()
                .toList();
        return new WorkDone(
                gained.values().stream().filter(id -> isAmong(creations, id)).toList(),
                gained.values().stream().filter(id -> !isAmong(creations, id)).toList(),
                replaced,
                swapped,
                lost.values().stream().filter(id -> isAmong(deletions, id)).toList(),
                lost.values().stream().filter(id -> !isAmong(deletions, id)).toList(),
                kept.stream().filter(id -> isAmong(deletions, id)).toList(),
                kept.stream().filter(id -> !isAmong(deletions, id)).toList(),
                done.stream()
                        .filter(call -> !creations.contains(call) && !deletions.contains(call))
                        .filter(call -> creations.stream().noneMatch(made -> isSame(made, call)))
                        .toList(),
                creations.stream()
                        .filter(call -> now.ids().values().stream().noneMatch(call::isAbout))
                        .toList(),
                deletions.stream()
                        .filter(call -> then.ids().values().stream().noneMatch(call::isAbout))
                        .toList());
    }

    private static List<CloudCall> starting(List<CloudCall> calls, String verb) {
        return calls.stream().filter(call -> call.operation().startsWith(verb)).toList();
    }

    /** What one state lists and the other does not, at whatever address. */
    private static Map<String, String> beyond(StateGlance one, StateGlance other) {
        Map<String, String> more = new TreeMap<>(one.ids());
        more.values().removeIf(other.ids()::containsValue);
        return more;
    }

    private static boolean isAmong(List<CloudCall> calls, String id) {
        return calls.stream().anyMatch(call -> call.isAbout(id));
    }

    /** What belongs to making a thing is told with it: the provider sets a new stream's retention in a call of its own. */
    private static boolean isSame(CloudCall made, CloudCall other) {
        return made.name().equals(other.name()) && made.region().equals(other.region());
    }

    /** Whether nothing at all was done. */
    boolean isNothing() {
        return isStateSame()
                && anew.isEmpty()
                && again.isEmpty()
                && changed.isEmpty()
                && unlisted.isEmpty()
                && others.isEmpty();
    }

    /** Whether the state lists what it listed before. */
    boolean isStateSame() {
        return built.isEmpty()
                && takenOver.isEmpty()
                && replaced.isEmpty()
                && swapped.isEmpty()
                && deleted.isEmpty()
                && dropped.isEmpty();
    }
}
