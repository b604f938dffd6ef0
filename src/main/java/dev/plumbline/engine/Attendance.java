package dev.plumbline.engine;

import java.time.Duration;

/** Who uses a daemon, and so when it is to end. */
final class Attendance {
    /** Whoever started the daemon is about to come. */
    private static final Duration FIRST_GUEST = Duration.ofSeconds(20);

    private boolean visited;
    private int clients;
    private boolean over;
    private long idleSince = System.nanoTime();
    private long patience = FIRST_GUEST.toNanos();

    synchronized boolean arrived() {
        if (over) {
            return false;
        }
        visited = true;
        clients++;
        return true;
    }

    /** A client took its leave and wishes the processes to stay warm for a time. */
    synchronized void left(Duration linger) {
        gone(linger.toNanos());
    }

    /** A client was killed: with nobody else there, nothing of it is to remain. */
    synchronized void vanished() {
        gone(0);
    }

    /** Whoever started the daemon is dead; if nobody has come by now, nobody will. */
    synchronized void starterDied() {
        if (!visited) {
            patience = 0;
            notifyAll();
        }
    }

    private void gone(long wait) {
        clients--;
        idleSince = System.nanoTime();
        patience = wait;
        notifyAll();
    }

    /** Ends it, unless it is in use. */
    synchronized boolean endIfIdle() {
        if (clients == 0) {
            over = true;
            notifyAll();
        }
        return over;
    }

    synchronized int clients() {
        return clients;
    }

    synchronized long idleNanos() {
        return clients > 0 ? 0 : System.nanoTime() - idleSince;
    }

    /** Negative while in use. */
    synchronized long nanosToEnd() {
        return clients > 0 ? -1 : Math.max(0, patience - (System.nanoTime() - idleSince));
    }

    /** Waits until the daemon is to end; from then on nobody is let in. */
    synchronized void awaitEnd() throws InterruptedException {
        while (!over) {
            if (clients > 0) {
                wait();
                continue;
            }
            long left = patience - (System.nanoTime() - idleSince);
            if (left <= 0) {
                over = true;
            } else {
                wait(left / 1_000_000 + 1);
            }
        }
    }
}
