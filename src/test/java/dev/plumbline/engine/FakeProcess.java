package dev.plumbline.engine;

import java.util.concurrent.atomic.AtomicInteger;

/** A process for tests of the pool. */
final class FakeProcess implements PooledProvider {
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
