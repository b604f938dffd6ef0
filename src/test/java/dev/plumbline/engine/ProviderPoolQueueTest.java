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
import org.junit.jupiter.api.Timeout;

/** Who waits for a process, for how long, and who gets it. */
@Timeout(60)
class ProviderPoolQueueTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final List<FakeProcess> started = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void whoAsksFirstIsServedFirst() throws Exception {
        ProviderPool<String, FakeProcess> pool = pool(1);
        FakeProcess held = pool.acquire("a", LONG);
        List<Integer> served = Collections.synchronizedList(new ArrayList<>());
        List<Thread> asking = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            int number = i;
            // Every other one wants another environment: it must not be overtaken by those that fit better.
            String key = i % 2 == 0 ? "a" : "b";
            Thread thread = new Thread(() -> {
                try {
                    FakeProcess mine = pool.acquire(key, LONG);
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
        ProviderPool<String, FakeProcess> pool = pool(1);
        FakeProcess held = pool.acquire("a", LONG);
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
        ProviderPool<String, FakeProcess> pool = pool(4, LONG);
        FakeProcess held = pool.acquire("a", LONG);
        CompletableFuture<FakeProcess> next = acquiring(pool, "a");

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
        ProviderPool<String, FakeProcess> pool = new ProviderPool<>(
                4,
                LONG,
                key -> {
                    starts.incrementAndGet();
                    awaitUnwillingly(goOn);
                    return new FakeProcess();
                },
                timer);
        CompletableFuture<FakeProcess> first = CompletableFuture.supplyAsync(() -> acquired(pool, "a"));
        while (starts.get() == 0) {
            Thread.onSpinWait();
        }
        CompletableFuture<FakeProcess> second = acquiring(pool, "a");

        goOn.countDown();
        pool.release("a", first.get(30, TimeUnit.SECONDS));

        assertThat(second.get(30, TimeUnit.SECONDS)).isSameAs(first.get());
        assertThat(starts).hasValue(1);
    }

    @Test
    void whoHasWaitedLongEnoughGetsAnother() throws Exception {
        ProviderPool<String, FakeProcess> pool = pool(2, Duration.ofMillis(20));
        FakeProcess held = pool.acquire("a", LONG);

        assertThat(pool.acquire("a", LONG)).isNotSameAs(held);
    }

    @Test
    void closingEndsAllAndTellsThoseWhoWait() throws Exception {
        ProviderPool<String, FakeProcess> pool = pool(1);
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
        assertThat(started).noneMatch(FakeProcess::alive);
    }

    @Test
    void neverTwoRunsOnOneProcessAndNeverMoreThanTheLimit() throws Exception {
        ProviderPool<String, FakeProcess> pool = pool(3);
        ConcurrentHashMap<FakeProcess, Thread> inUse = new ConcurrentHashMap<>();
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
                        FakeProcess mine = pool.acquire(key, LONG);
                        boolean alone = inUse.put(mine, Thread.currentThread()) == null;
                        boolean few =
                                started.stream().filter(FakeProcess::alive).count() <= 3;
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

    private ProviderPool<String, FakeProcess> pool(int limit) {
        return pool(limit, Duration.ZERO);
    }

    private ProviderPool<String, FakeProcess> pool(int limit, Duration worthWaiting) {
        return new ProviderPool<>(
                limit,
                worthWaiting,
                key -> {
                    FakeProcess fake = new FakeProcess();
                    started.add(fake);
                    return fake;
                },
                timer);
    }

    /** Asks in a thread of its own, and returns once that waits. */
    private static CompletableFuture<FakeProcess> acquiring(ProviderPool<String, FakeProcess> pool, String key) {
        CompletableFuture<FakeProcess> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> result.complete(acquired(pool, key)));
        thread.start();
        awaitWaiting(thread);
        return result;
    }

    private static FakeProcess acquired(ProviderPool<String, FakeProcess> pool, String key) {
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
}
