package dev.plumbline.sandbox.kinesis;

import dev.plumbline.sandbox.wire.Input;
import java.time.Instant;
import java.util.Optional;

/**
 * Which shards ListShards shows.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_ShardFilter.html">ShardFilter</a>
 */
record ShardFilter(String type, Optional<String> shardId, Optional<Instant> time) {
    static final ShardFilter ALL = new ShardFilter("FROM_TRIM_HORIZON", Optional.empty(), Optional.empty());

    static ShardFilter of(Input input) {
        ShardFilter filter = new ShardFilter(input.needText("Type"), input.text("ShardId"), input.time("Timestamp"));
        if (filter.type.endsWith("TIMESTAMP") != filter.time.isPresent()) {
            throw Errors.argument("ShardFilter of type " + filter.type
                    + (filter.time.isPresent() ? " takes no Timestamp." : " must specify a Timestamp."));
        }
        if (filter.type.equals("AFTER_SHARD_ID") != filter.shardId.isPresent()) {
            throw Errors.argument("ShardFilter of type " + filter.type
                    + (filter.shardId.isPresent() ? " takes no ShardId." : " must specify a ShardId."));
        }
        return filter;
    }

    boolean takes(Shard shard, Stream stream, Instant now) {
        Instant horizon = now.minus(stream.settings().retention());
        return switch (type) {
            case "AFTER_SHARD_ID" -> shard.id().compareTo(shardId.orElseThrow()) > 0;
            case "AT_LATEST" -> shard.open();
            case "AT_TRIM_HORIZON" -> openAt(shard, later(horizon, stream.created()));
            case "AT_TIMESTAMP" -> openAt(shard, later(time.orElseThrow(), stream.created()));
            case "FROM_TIMESTAMP" -> closedAfter(shard, time.orElseThrow());
            default -> closedAfter(shard, horizon);
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static boolean closedAfter(Shard shard, Instant time) {
        return shard.closed().map(time::isBefore).orElse(true);
    }

    private static boolean openAt(Shard shard, Instant time) {
        return !shard.opened().isAfter(time) && closedAfter(shard, time);
    }
}
