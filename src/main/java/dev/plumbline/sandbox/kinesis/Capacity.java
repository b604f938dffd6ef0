package dev.plumbline.sandbox.kinesis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Mode and shards, and when they were last changed: AWS limits how often that may be.
 *
 * @param switches when the mode was changed
 * @param resizes when the shard count was changed by UpdateShardCount
 */
record Capacity(Mode mode, Shards shards, List<Instant> switches, List<Instant> resizes) {
    private static final Duration DAY = Duration.ofHours(24);

    Capacity withMode(Mode wished, Instant now) {
        return new Capacity(wished, shards, latest(switches, now), resizes);
    }

    Capacity resized(Shards wished, Instant now) {
        return new Capacity(mode, wished, switches, latest(resizes, now));
    }

    Capacity withShards(Shards wished) {
        return new Capacity(mode, wished, switches, resizes);
    }

    private static List<Instant> latest(List<Instant> times, Instant now) {
        List<Instant> kept = new ArrayList<>(
                times.stream().filter(time -> time.isAfter(now.minus(DAY))).toList());
        kept.add(now);
        return List.copyOf(kept);
    }

    static int withinDay(List<Instant> times, Instant now) {
        return (int) times.stream().filter(time -> time.isAfter(now.minus(DAY))).count();
    }
}
