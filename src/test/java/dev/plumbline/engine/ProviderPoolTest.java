package dev.plumbline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.engine.EngineUnavailable.Reason;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProviderPoolTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void aProcessIsUsedAgainByItsOwnEnvironmentOnly() throws Exception {
        ProviderPool<String, FakeProcess> pool = pool(2);
        FakeProcess first = pool.acquire("a", LONG);
        pool.release("a", first);

        assertThat(pool.acquire("a", LONG)).isSameAs(first);
        assertThat(pool.acquire("b", LONG)).isNotSameAs(first);
    }

    @Test
    void anIdleProcessOfAnotherEnvironmentMakesRoom() throws Exception {
        ProviderPool<String, FakeProcess> pool = pool(1);
        FakeProcess first = pool.acquire("a", LONG);
        pool.release("a", first);

        FakeProcess second = pool.acquire("b", LONG);

        assertThat(first.alive()).isFalse();
        assertThat(second.alive()).isTrue();
    }

    @Test
    void aDeadProcessIsReplaced() throws Exception {
        ProviderPool<String, FakeProcess> pool = pool(1);
        FakeProcess first = pool.acquire("a", LONG);
        pool.release("a", first);
        first.dead = true;

        assertThat(pool.acquire("a", LONG)).isNotSameAs(first);
    }

    @Test
    void whatWasStoppedIsReplaced() throws Exception {
        ProviderPool<String, FakeProcess> pool = pool(1);
        FakeProcess first = pool.acquire("a", LONG);
        first.spoiled = true;
        pool.release("a", first);

        assertThat(pool.acquire("a", LONG)).isNotSameAs(first);
        assertThat(first.alive()).isFalse();
    }

    @Test
    void aProcessThatStillWorksIsWaitedForAMomentAndThenReplaced() throws Exception {
        ProviderPool<String, FakeProcess> pool = pool(1);
        FakeProcess quick = pool.acquire("a", LONG);
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
    void aFailedStartLeavesRoomForTheNext() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        ProviderPool<String, FakeProcess> pool = new ProviderPool<>(
                1,
                Duration.ZERO,
                key -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw new EngineUnavailable(Reason.PROVIDER_FAILED, "no");
                    }
                    return new FakeProcess();
                },
                timer);

        assertThatThrownBy(() -> pool.acquire("a", LONG)).isInstanceOf(EngineUnavailable.class);
        assertThat(pool.acquire("a", LONG).alive()).isTrue();
    }

    @Test
    void aFurtherProcessIsNotQueuedForAndNotKeptBeyondTheLimit() throws Exception {
        ProviderPool<String, FakeProcess> pool = pool(1);
        FakeProcess first = pool.acquire("a", LONG);
        FakeProcess second = pool.acquireAnother("a");
        assertThat(second).isNotSameAs(first);

        pool.release("a", second);
        pool.release("a", first);

        assertThat(second.alive()).isFalse();
        assertThat(first.alive()).isTrue();
    }

    private ProviderPool<String, FakeProcess> pool(int limit) {
        return new ProviderPool<>(limit, Duration.ZERO, key -> new FakeProcess(), timer);
    }
}
