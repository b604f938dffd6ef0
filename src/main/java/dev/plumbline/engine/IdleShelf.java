package dev.plumbline.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The processes that wait for a run, the longest unused first. One that died is as good as not there. */
final class IdleShelf<K, P extends PooledProvider> {
    private record Idle<K, P>(K key, P process, long sinceNanos) {}

    private final Deque<Idle<K, P>> shelf = new ArrayDeque<>();

    void add(K key, P process) {
        shelf.addLast(new Idle<>(key, process, System.nanoTime()));
    }

    boolean has(K key) {
        return living().stream().anyMatch(idle -> idle.key().equals(key));
    }

    /** The one of that kind that was used last, since its memory is the warmest; null if there is none. */
    @Nullable
    P take(K key) {
        for (Iterator<Idle<K, P>> newest = living().descendingIterator(); newest.hasNext(); ) {
            Idle<K, P> candidate = newest.next();
            if (candidate.key().equals(key)) {
                newest.remove();
                return candidate.process();
            }
        }
        return null;
    }

    int size() {
        return living().size();
    }

    List<P> processes() {
        return living().stream().map(Idle::process).toList();
    }

    long longestUnusedNanos() {
        return System.nanoTime() - living().getFirst().sinceNanos();
    }

    void endLongestUnused() {
        living().removeFirst().process().end();
    }

    /** Empties it and hands out what was there. */
    List<P> clear() {
        List<P> all = processes();
        shelf.clear();
        return all;
    }

    private Deque<Idle<K, P>> living() {
        shelf.removeIf(idle -> !idle.process().alive());
        return shelf;
    }
}
