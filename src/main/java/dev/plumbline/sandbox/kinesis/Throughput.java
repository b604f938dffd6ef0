package dev.plumbline.sandbox.kinesis;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each shard can still take: 1,000 records and 1 MiB a second in, five reads and 2 MiB a second out. Kept in memory:
 * a shard begins afresh with the process.
 *
 * @see <a href="https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html">Quotas and limits</a>
 */
final class Throughput {
    private static final int RECORDS_IN = 1_000;
    private static final int BYTES_IN = 1 << 20;
    private static final int READS = 5;
    private static final int BYTES_OUT = 2 << 20;
    /** AWS takes minutes to give a hot shard of an on-demand stream more room; a lesson has seconds. */
    private static final Duration HOT_AFTER = Duration.ofSeconds(5);
    /** Throttling that far apart is not one period of overload. */
    private static final Duration CALM_AFTER = Duration.ofSeconds(3);

    private final Map<String, Meter> meters = new HashMap<>();

    private static final class Meter {
        private final Bucket recordsIn;
        private final Bucket bytesIn;
        private final Bucket reads;
        private final Bucket bytesOut;
        private @Nullable Instant hotSince;
        private @Nullable Instant lastRefusal;

        Meter(Instant now) {
            recordsIn = new Bucket(RECORDS_IN, now);
            bytesIn = new Bucket(BYTES_IN, now);
            reads = new Bucket(READS, now);
            bytesOut = new Bucket(BYTES_OUT, now);
        }
    }

    private Meter of(Stream stream, Shard shard, Instant now) {
        return meters.computeIfAbsent(stream.id() + "/" + shard.number(), none -> new Meter(now));
    }

    /** Takes a write's share; false where it is too much. */
    boolean write(Stream stream, Shard shard, int bytes, Instant now) {
        Meter meter = of(stream, shard, now);
        if (!meter.recordsIn.has(1, now) || !meter.bytesIn.has(bytes, now)) {
            refused(meter, now);
            return false;
        }
        meter.recordsIn.take(1);
        meter.bytesIn.take(bytes);
        return true;
    }

    private static void refused(Meter meter, Instant now) {
        Instant last = meter.lastRefusal;
        if (meter.hotSince == null || last == null || last.plus(CALM_AFTER).isBefore(now)) {
            meter.hotSince = now;
        }
        meter.lastRefusal = now;
    }

    /** Whether a shard has been overrun for so long that an on-demand stream would be given more shards. */
    boolean hot(Stream stream, Shard shard, Instant now) {
        Instant since = of(stream, shard, now).hotSince;
        return since != null && !since.plus(HOT_AFTER).isAfter(now);
    }

    /** Takes a read; false where it is one too many. */
    boolean read(Stream stream, Shard shard, Instant now) {
        Meter meter = of(stream, shard, now);
        if (!meter.reads.has(1, now) || !meter.bytesOut.solvent(now)) {
            return false;
        }
        meter.reads.take(1);
        return true;
    }

    /** Books what a read gave: ten MiB at once are paid for by five silent seconds. */
    void gave(Stream stream, Shard shard, int bytes, Instant now) {
        of(stream, shard, now).bytesOut.take(bytes);
    }
}
