package dev.plumbline.sandbox.kinesis;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/**
 * The account's limits in a region.
 *
 * @see <a href="https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html">Quotas and limits</a>
 */
final class Quotas {
    static final int ON_DEMAND_STREAMS = 50;
    static final int ON_DEMAND_SHARDS = 4;
    static final int MOST_ON_DEMAND_SHARDS = 200;
    static final int CHANGING_AT_ONCE = 5;
    static final int MODE_SWITCHES_A_DAY = 2;
    static final int RESIZES_A_DAY = 10;
    static final int MOST_SHARDS_BY_RESIZE = 10_000;
    static final int TAGS = 50;
    static final int CONSUMERS = 20;
    private static final Set<String> LARGE_REGIONS = Set.of("us-east-1", "us-west-2", "eu-west-1");

    private final Streams streams;

    Quotas(Streams streams) {
        this.streams = streams;
    }

    static int shardLimit(Realm realm) {
        return LARGE_REGIONS.contains(realm.region()) ? 20_000 : 6_000;
    }

    int openShards(Realm realm, Instant now) {
        return count(realm, now).stream()
                .filter(stream -> stream.capacity().mode() == Mode.PROVISIONED)
                .mapToInt(stream -> stream.shards().openCount())
                .sum();
    }

    int onDemandStreams(Realm realm, Instant now) {
        return (int) count(realm, now).stream()
                .filter(stream -> stream.capacity().mode() == Mode.ON_DEMAND)
                .count();
    }

    private Collection<Stream> count(Realm realm, Instant now) {
        return streams.of(realm, now).values();
    }

    /** Refuses more shards than the account may have. */
    void roomForShards(Realm realm, int more, Instant now) {
        int present = openShards(realm, now);
        if (present + (long) more > shardLimit(realm)) {
            throw Errors.quota(realm, "shard", present, shardLimit(realm), more);
        }
    }

    /** Refuses one more on-demand stream than the account may have. */
    void roomForOnDemand(Realm realm, Instant now) {
        int present = onDemandStreams(realm, now);
        if (present >= ON_DEMAND_STREAMS) {
            throw Errors.quota(realm, "On-Demand stream", present, ON_DEMAND_STREAMS, 1);
        }
    }

    /** Refuses a sixth stream that is CREATING or DELETING at the same time. */
    void roomFor(Phase.Status kind, Realm realm, Instant now) {
        long changing = count(realm, now).stream()
                .filter(stream -> stream.status(now) == kind)
                .count();
        if (changing >= CHANGING_AT_ONCE) {
            throw Errors.limit("No more than " + CHANGING_AT_ONCE + " streams can be " + kind
                    + " at the same time in account " + realm.account() + " in " + realm.region() + ".");
        }
    }
}
