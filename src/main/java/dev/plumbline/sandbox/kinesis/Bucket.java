package dev.plumbline.sandbox.kinesis;

import java.time.Duration;
import java.time.Instant;

/** A token bucket: holds a second's worth, and may go into debt by one large take. Not safe for several threads. */
final class Bucket {
    private final double perSecond;
    private double tokens;
    private Instant filled;

    Bucket(double perSecond, Instant now) {
        this.perSecond = perSecond;
        this.tokens = perSecond;
        this.filled = now;
    }

    private void fill(Instant now) {
        if (now.isAfter(filled)) {
            double seconds = Duration.between(filled, now).toNanos() / 1e9;
            tokens = Math.min(perSecond, tokens + seconds * perSecond);
            filled = now;
        }
    }

    /** Whether so much can be taken: all of it, or, where it is more than the bucket holds, a full bucket. */
    boolean has(double amount, Instant now) {
        fill(now);
        return tokens >= Math.min(amount, perSecond);
    }

    /** Whether the bucket is out of debt. */
    boolean solvent(Instant now) {
        fill(now);
        return tokens > 0;
    }

    void take(double amount) {
        tokens -= amount;
    }
}
