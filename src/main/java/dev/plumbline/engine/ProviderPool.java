package dev.plumbline.engine;

import dev.plumbline.engine.EngineUnavailable.Reason;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

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

    private final int limit;
    private final Duration worthWaiting;
    private final Starter<K, P> starter;
    private final ScheduledExecutorService timer;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private final Deque<PoolTicket<K>> queue = new ArrayDeque<>();
    private final IdleShelf<K, P> idle = new IdleShelf<>();
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
        PoolTicket<K> ticket = new PoolTicket<>(key);
        lock.lockInterruptibly();
        try {
            queue.addLast(ticket);
            while (!(queue.peekFirst() == ticket && canServe(ticket))) {
                if (closed) {
                    throw new EngineUnavailable(Reason.STOPPED, "The warm engine was stopped.");
                }
                long left = timeout.toNanos() - ticket.waitedNanos();
                if (left <= 0) {
                    throw new EngineUnavailable(
                            Reason.TIMED_OUT, "No provider became free within " + timeout.toSeconds() + " s.");
                }
                long worth = worthWaiting.toNanos() - ticket.patientNanos();
                var unused = changed.awaitNanos(worth > 0 ? Math.min(worth, left) : left);
            }
            P ready = idle.take(key);
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
            P ready = idle.take(key);
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
                idle.add(key, process);
                return;
            }
        } finally {
            changed.signalAll();
            lock.unlock();
        }
        process.end();
    }

    private boolean canServe(PoolTicket<K> ticket) {
        if (closed || (idle.size() == 0 && total() >= limit)) {
            return false;
        }
        if (idle.has(ticket.key())) {
            return true;
        }
        if (starting.contains(ticket.key()) && ticket.waitedNanos() < START_WORTH_WAITING.toNanos()) {
            ticket.beginPatience();
            return false;
        }
        return !held.containsValue(ticket.key()) || ticket.patientNanos() >= worthWaiting.toNanos();
    }

    private int total() {
        return idle.size() + held.size() + starting.size();
    }

    private void makeRoom() {
        while (total() >= limit && idle.size() > 0) {
            idle.endLongestUnused();
        }
    }

    /** Ends processes that nobody has used for a time, but for the one used last. */
    void endUnused(Duration time) {
        lock.lock();
        try {
            while (idle.size() > 1 && idle.longestUnusedNanos() > time.toNanos()) {
                idle.endLongestUnused();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The processes that wait for a run. */
    List<P> idle() {
        lock.lock();
        try {
            return idle.processes();
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
            all.addAll(idle.clear());
            all.addAll(held.keySet());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        all.forEach(PooledProvider::end);
    }
}
