package dev.plumbline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.engine.EngineUnavailable.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProviderPoolTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final List<Fake> started = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void aProcessIsUsedAgainByItsOwnEnvironmentOnly() throws Exception {
        ProviderPool<String, Fake> pool = pool(2);
        Fake first = pool.acquire("a", LONG);
        pool.release("a", first);

        assertThat(pool.acquire("a", LONG)).isSameAs(first);
        assertThat(pool.acquire("b", LONG)).isNotSameAs(first);
    }

    @Test
    void anIdleProcessOfAnotherEnvironmentMakesRoom() throws Exception {
        ProviderPool<String, Fake> pool = pool(1);
        Fake first = pool.acquire("a", LONG);
        pool.release("a", first);

        Fake second = pool.acquire("b", LONG);

        assertThat(first.alive()).isFalse();
        assertThat(second.alive()).isTrue();
    }

    @Test
    void aDeadProcessIsReplaced() throws Exception {
        ProviderPool<String, Fake> pool = pool(1);
        Fake first = pool.acquire("a", LONG);
        pool.release("a", first);
        first.dead = true;

        assertThat(pool.acquire("a", LONG)).isNotSameAs(first);
    }

    @Test
    void whatWasStoppedIsReplaced() throws Exception {
        ProviderPool<String, Fake> pool = pool(1);
        Fake first = pool.acquire("a", LONG);
        first.spoiled = true;
        pool.release("a", first);

        assertThat(pool.acquire("a", LONG)).isNotSameAs(first);
        assertThat(first.alive()).isFalse();
    }

    @Test
    void aProcessThatStillWorksIsWaitedForAMomentAndThenReplaced() throws Exception {
        ProviderPool<String, Fake> pool = pool(1);
        Fake quick = pool.acquire("a", LONG);
        quick.busyLooks.set(3);
        pool.release("a", quick);
        assertThat(pool.acquire("a", LONG)).isSameAs(quick);
        assertThat(quick.rests).as("told only when it had finished").hasValue(1);

        quick.busyLooks.set(Integer.MAX_VALUE);
        pool.release("a", quick);
        assertThat(pool.acquire("a", LONG)).isNotSameAs(quick);
        assertThat(quick.alive()).isFalse();
        assertThat(quick.rests).hasValue(1);
    }

    @Test
    void whoAsksFirstIsServedFirst() throws Exception {
        ProviderPool<String, Fake> pool = pool(1);
        Fake held = pool.acquire("a", LONG);
        List<Integer> served = Collections.synchronizedList(new ArrayList<>());
        List<Thread> asking = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            int number = i;
            // Every other one wants another environment: it must not be overtaken by those that fit better.
            String key = i % 2 == 0 ? "a" : "b";
            Thread thread = new Thread(() -> {
                try {
                    Fake mine = pool.acquire(key, LONG);
                    served.add(number);
                    pool.release(key, mine);
                } catch (EngineUnavailable | InterruptedException e) {
                    served.add(-1);
                }
            });
            asking.add(thread);
            thread.start();
            awaitWaiting(thread);
        }

        pool.release("a", held);
        for (Thread thread : asking) {
            thread.join();
        }

        assertThat(served).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void waitingEndsInTimeAndWhenInterrupted() throws Exception {
        ProviderPool<String, Fake> pool = pool(1);
        Fake held = pool.acquire("a", LONG);
        assertThatThrownBy(() -> pool.acquire("a", Duration.ofMillis(1)))
                .isInstanceOfSatisfying(
                        EngineUnavailable.class, e -> assertThat(e.reason()).isEqualTo(Reason.TIMED_OUT));

        CountDownLatch interrupted = new CountDownLatch(1);
        Thread waiting = new Thread(() -> {
            try {
                pool.acquire("a", LONG);
            } catch (EngineUnavailable e) {
                return;
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        waiting.start();
        awaitWaiting(waiting);
        waiting.interrupt();
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();

        pool.release("a", held);
        assertThat(pool.acquire("a", LONG)).as("nobody left in the queue").isSameAs(held);
    }

    @Test
    void aProcessInUseIsWaitedForBeforeAnotherIsStarted() throws Exception {
        ProviderPool<String, Fake> pool = pool(4, LONG);
        Fake held = pool.acquire("a", LONG);
        CompletableFuture<Fake> next = acquiring(pool, "a");

        pool.release("a", held);

        assertThat(next.get(30, TimeUnit.SECONDS)).isSameAs(held);
        assertThat(pool.acquire("b", LONG))
                .as("one of another kind is not worth a wait")
                .isNotSameAs(held);
        assertThat(started).hasSize(2);
    }

    @Test
    void twoThatComeTogetherStartOne() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger starts = new AtomicInteger();
        ProviderPool<String, Fake> pool = new ProviderPool<>(
                4,
                LONG,
                key -> {
                    starts.incrementAndGet();
                    awaitUnwillingly(goOn);
                    return new Fake();
                },
                timer);
        CompletableFuture<Fake> first = CompletableFuture.supplyAsync(() -> acquired(pool, "a"));
        while (starts.get() == 0) {
            Thread.onSpinWait();
        }
        CompletableFuture<Fake> second = acquiring(pool, "a");

        goOn.countDown();
        pool.release("a", first.get(30, TimeUnit.SECONDS));

        assertThat(second.get(30, TimeUnit.SECONDS)).isSameAs(first.get());
        assertThat(starts).hasValue(1);
    }

    @Test
    void whoHasWaitedLongEnoughGetsAnother() throws Exception {
        ProviderPool<String, Fake> pool = pool(2, Duration.ofMillis(20));
        Fake held = pool.acquire("a", LONG);

        assertThat(pool.acquire("a", LONG)).isNotSameAs(held);
    }

    @Test
    void aFailedStartLeavesRoomForTheNext() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        ProviderPool<String, Fake> pool = new ProviderPool<>(
                1,
                Duration.ZERO,
                key -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw new EngineUnavailable(Reason.PROVIDER_FAILED, "no");
                    }
                    return new Fake();
                },
                timer);

        assertThatThrownBy(() -> pool.acquire("a", LONG)).isInstanceOf(EngineUnavailable.class);
        assertThat(pool.acquire("a", LONG).alive()).isTrue();
    }

    @Test
    void aFurtherProcessIsNotQueuedForAndNotKeptBeyondTheLimit() throws Exception {
        ProviderPool<String, Fake> pool = pool(1);
        Fake first = pool.acquire("a", LONG);
        Fake second = pool.acquireAnother("a");
        assertThat(second).isNotSameAs(first);

        pool.release("a", second);
        pool.release("a", first);

        assertThat(second.alive()).isFalse();
        assertThat(first.alive()).isTrue();
    }

    @Test
    void closingEndsAllAndTellsThoseWhoWait() throws Exception {
        ProviderPool<String, Fake> pool = pool(1);
        pool.acquire("a", LONG);
        CountDownLatch told = new CountDownLatch(1);
        Thread waiting = new Thread(() -> {
            try {
                pool.acquire("a", LONG);
            } catch (EngineUnavailable e) {
                if (e.reason() == Reason.STOPPED) {
                    told.countDown();
                }
            } catch (InterruptedException e) {
                return;
            }
        });
        waiting.start();
        awaitWaiting(waiting);

        pool.close();

        assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(started).noneMatch(Fake::alive);
    }

    @Test
    void neverTwoRunsOnOneProcessAndNeverMoreThanTheLimit() throws Exception {
        ProviderPool<String, Fake> pool = pool(3);
        ConcurrentHashMap<Fake, Thread> inUse = new ConcurrentHashMap<>();
        AtomicInteger wrong = new AtomicInteger();
        AtomicInteger finished = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            int seed = i;
            Thread thread = new Thread(() -> {
                Random random = new Random(seed);
                for (int run = 0; run < 200; run++) {
                    String key = "k" + random.nextInt(4);
                    try {
                        Fake mine = pool.acquire(key, LONG);
                        boolean alone = inUse.put(mine, Thread.currentThread()) == null;
                        boolean few = started.stream().filter(Fake::alive).count() <= 3;
                        if (!alone || !few || !mine.alive()) {
                            wrong.incrementAndGet();
                        }
                        mine.spoiled = random.nextInt(20) == 0;
                        mine.dead = random.nextInt(20) == 0;
                        inUse.remove(mine);
                        pool.release(key, mine);
                    } catch (EngineUnavailable | InterruptedException e) {
                        wrong.incrementAndGet();
                    }
                }
                finished.incrementAndGet();
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(wrong).hasValue(0);
        assertThat(finished).hasValue(12);
        assertThat(pool.held()).isEmpty();
    }

    private ProviderPool<String, Fake> pool(int limit) {
        return pool(limit, Duration.ZERO);
    }

    private ProviderPool<String, Fake> pool(int limit, Duration worthWaiting) {
        return new ProviderPool<>(
                limit,
                worthWaiting,
                key -> {
                    Fake fake = new Fake();
                    started.add(fake);
                    return fake;
                },
                timer);
    }

    /** Asks in a thread of its own, and returns once that waits. */
    private static CompletableFuture<Fake> acquiring(ProviderPool<String, Fake> pool, String key) {
        CompletableFuture<Fake> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> result.complete(acquired(pool, key)));
        thread.start();
        awaitWaiting(thread);
        return result;
    }

    private static Fake acquired(ProviderPool<String, Fake> pool, String key) {
        try {
            return pool.acquire(key, LONG);
        } catch (EngineUnavailable | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitUnwillingly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    private static final class Fake implements PooledProvider {
        volatile boolean dead;
        volatile boolean spoiled;
        final AtomicInteger rests = new AtomicInteger();
        final AtomicInteger busyLooks = new AtomicInteger();

        @Override
        public boolean alive() {
            return !dead;
        }

        @Override
        public boolean busy() {
            return busyLooks.getAndUpdate(left -> left == Integer.MAX_VALUE ? left : Math.max(0, left - 1)) > 0;
        }

        @Override
        public boolean spoiled() {
            return spoiled;
        }

        @Override
        public void rest() {
            rests.incrementAndGet();
        }

        @Override
        public void end() {
            dead = true;
        }
    }
}
