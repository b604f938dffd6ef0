package dev.plumbline.engine;

import dev.plumbline.engine.EngineUnavailable.Reason;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Provider processes, each held by one run at a time. Who asks first is served first, so that nobody starves; an idle
 * process of another environment makes room when the limit is reached.
 *
 * @param <K> what makes two processes interchangeable: program and environment
 * @param <P> the processes
 */
final class ProviderPool<K, P extends PooledProvider> implements AutoCloseable {
    /** Starts a process; slow, and called without a lock. */
    interface Starter<K, P> {
        P start(K key) throws EngineUnavailable;
    }

    /** How long a process may take to finish what a cancelled run had asked of it, before it is replaced. */
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(1);

    private static final long DRAIN_LOOK_MILLIS = 5;

    /**
     * How long it is worth waiting for a process of one's own kind that another run holds, before a further one is started:
     * a plan takes 0.2 s, a start 0.4 s and 0.7 s of processor time.
     */
    static final Duration WORTH_WAITING = Duration.ofMillis(700);

    /** One that is being started is waited for longer: a second start beside it would only make both slower. */
    private static final Duration START_WORTH_WAITING = Duration.ofSeconds(10);

    private record Idle<K, P>(K key, P process, long sinceNanos) {}

    /** A place in the queue. */
    private static final class Ticket<K> {
        final K key;
        final long asked = System.nanoTime();
        /** Since when a process of its kind could have become free. */
        long patientSince = asked;

        Ticket(K key) {
            this.key = key;
        }

        long waited() {
            return System.nanoTime() - asked;
        }

        long patient() {
            return System.nanoTime() - patientSince;
        }
    }

    private final int limit;
    private final Duration worthWaiting;
    private final Starter<K, P> starter;
    private final ScheduledExecutorService timer;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private final Deque<Ticket<K>> queue = new ArrayDeque<>();
    private final Deque<Idle<K, P>> idle = new ArrayDeque<>(); // the longest idle first
    private final Map<P, K> held = new LinkedHashMap<>();
    private final List<K> starting = new ArrayList<>();
    private boolean closed;

    /**
     * @param worthWaiting how long to wait for a process in use before another is started
     * @param timer runs short looks at processes that are still finishing
     */
    ProviderPool(int limit, Duration worthWaiting, Starter<K, P> starter, ScheduledExecutorService timer) {
        this.limit = limit;
        this.worthWaiting = worthWaiting;
        this.starter = starter;
        this.timer = timer;
    }

    /** Waits its turn for a process. */
    P acquire(K key, Duration timeout) throws EngineUnavailable, InterruptedException {
        Ticket<K> ticket = new Ticket<>(key);
        lock.lockInterruptibly();
        try {
            queue.addLast(ticket);
            while (!(queue.peekFirst() == ticket && canServe(ticket))) {
                if (closed) {
                    throw new EngineUnavailable(Reason.STOPPED, "The warm engine was stopped.");
                }
                long left = timeout.toNanos() - ticket.waited();
                if (left <= 0) {
                    throw new EngineUnavailable(
                            Reason.TIMED_OUT, "No provider became free within " + timeout.toSeconds() + " s.");
                }
                long worth = worthWaiting.toNanos() - ticket.patient();
                var unused = changed.awaitNanos(worth > 0 ? Math.min(worth, left) : left);
            }
            P ready = takeIdle(key);
            if (ready != null) {
                held.put(ready, key);
                return ready;
            }
            makeRoom();
            starting.add(key);
        } finally {
            queue.remove(ticket);
            changed.signalAll();
            lock.unlock();
        }
        return start(key);
    }

    /** A further process for someone who holds one already; not queued for, since two such could wait for each other. */
    P acquireAnother(K key) throws EngineUnavailable, InterruptedException {
        lock.lockInterruptibly();
        try {
            P ready = takeIdle(key);
            if (ready != null) {
                held.put(ready, key);
                return ready;
            }
            makeRoom();
            starting.add(key);
        } finally {
            lock.unlock();
        }
        return start(key);
    }

    private P start(K key) throws EngineUnavailable {
        P started = null;
        try {
            started = starter.start(key);
            return started;
        } finally {
            lock.lock();
            try {
                starting.remove(key);
                if (started != null) {
                    held.put(started, key);
                }
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Gives a process back. One that still works is waited for a moment; one in doubt is ended. */
    void release(K key, P process) {
        long deadline = System.nanoTime() + DRAIN_LIMIT.toNanos();
        settle(key, process, deadline);
    }

    private void settle(K key, P process, long deadline) {
        boolean keep = process.alive() && !process.spoiled();
        if (keep && process.busy() && System.nanoTime() < deadline) {
            var unused = timer.schedule(() -> settle(key, process, deadline), DRAIN_LOOK_MILLIS, TimeUnit.MILLISECONDS);
            return;
        }
        keep &= !process.busy();
        if (keep) {
            process.rest();
        } else {
            process.end(); // before its place is given to another, so that the limit holds at every moment
        }
        lock.lock();
        try {
            held.remove(process);
            if (keep && !closed && total() < limit) {
                idle.addLast(new Idle<>(key, process, System.nanoTime()));
                return;
            }
        } finally {
            changed.signalAll();
            lock.unlock();
        }
        process.end();
    }

    private boolean canServe(Ticket<K> ticket) {
        dropDead();
        if (closed || (idle.isEmpty() && total() >= limit)) {
            return false;
        }
        if (idle.stream().anyMatch(free -> free.key().equals(ticket.key))) {
            return true;
        }
        if (starting.contains(ticket.key) && ticket.waited() < START_WORTH_WAITING.toNanos()) {
            ticket.patientSince = System.nanoTime();
            return false;
        }
        return !held.containsValue(ticket.key) || ticket.patient() >= worthWaiting.toNanos();
    }

    private int total() {
        return idle.size() + held.size() + starting.size();
    }

    private @Nullable P takeIdle(K key) {
        dropDead();
        for (Iterator<Idle<K, P>> newest = idle.descendingIterator(); newest.hasNext(); ) {
            Idle<K, P> candidate = newest.next();
            if (candidate.key().equals(key)) {
                newest.remove();
                return candidate.process();
            }
        }
        return null;
    }

    private void makeRoom() {
        while (total() >= limit && !idle.isEmpty()) {
            idle.removeFirst().process().end();
        }
    }

    private void dropDead() {
        idle.removeIf(entry -> !entry.process().alive());
    }

    /** Ends processes that nobody has used for a time, but for the one used last. */
    void endUnused(Duration time) {
        lock.lock();
        try {
            dropDead();
            long now = System.nanoTime();
            while (idle.size() > 1 && now - idle.getFirst().sinceNanos() > time.toNanos()) {
                idle.removeFirst().process().end();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The idle processes and those held. */
    List<P> idle() {
        lock.lock();
        try {
            dropDead();
            return idle.stream().map(Idle::process).toList();
        } finally {
            lock.unlock();
        }
    }

    /** The processes that runs hold, or that still finish what a run asked of them. */
    List<P> held() {
        lock.lock();
        try {
            return List.copyOf(held.keySet());
        } finally {
            lock.unlock();
        }
    }

    /** Ends all processes, also those that are held. */
    @Override
    public void close() {
        List<P> all = new ArrayList<>();
        lock.lock();
        try {
            closed = true;
            idle.forEach(entry -> all.add(entry.process()));
            all.addAll(held.keySet());
            idle.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        all.forEach(PooledProvider::end);
    }
}
