package dev.plumbline.cohort.exam;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Where the work is done that keeps a processor busy: init, plan, judging. There is room for a few at a time; applies, which
 * mostly sleep, go on beside it. Without this, exams that begin together stay in step: all of them work, then all of them sleep.
 */
final class Desk {
    private final Semaphore seats;

    Desk(int seats) {
        this.seats = new Semaphore(seats, true);
    }

    /** A seat; leaving it twice is leaving it once. */
    interface Seat extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits for a seat. */
    Seat sit() throws InterruptedException {
        seats.acquire();
        AtomicBoolean left = new AtomicBoolean();
        return () -> {
            if (left.compareAndSet(false, true)) {
                seats.release();
            }
        };
    }
}
