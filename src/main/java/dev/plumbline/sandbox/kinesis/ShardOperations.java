package dev.plumbline.sandbox.kinesis;

import static dev.plumbline.sandbox.kinesis.Shapes.HASH;
import static dev.plumbline.sandbox.kinesis.Shapes.NAME;
import static dev.plumbline.sandbox.kinesis.Shapes.PAGE;
import static dev.plumbline.sandbox.kinesis.Shapes.STREAM_ARN;
import static dev.plumbline.sandbox.kinesis.Shapes.STREAM_NAME;
import static dev.plumbline.sandbox.kinesis.Shapes.TOKEN;
import static dev.plumbline.sandbox.wire.Shape.choice;
import static dev.plumbline.sandbox.wire.Shape.optional;
import static dev.plumbline.sandbox.wire.Shape.required;
import static dev.plumbline.sandbox.wire.Shape.structure;

import dev.plumbline.sandbox.wire.AwsException;
import dev.plumbline.sandbox.wire.Input;
import dev.plumbline.sandbox.wire.Shape;
import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Listing, splitting and merging shards. */
final class ShardOperations {
    private static final int USUAL_PAGE = 1_000;
    private final Streams streams;
    private final Quotas quotas;

    ShardOperations(Streams streams, Quotas quotas) {
        this.streams = streams;
        this.quotas = quotas;
    }

    List<Operation> all() {
        Shape.Structure filter = structure(
                required(
                        "Type",
                        choice(
                                "AFTER_SHARD_ID",
                                "AT_TRIM_HORIZON",
                                "FROM_TRIM_HORIZON",
                                "AT_LATEST",
                                "AT_TIMESTAMP",
                                "FROM_TIMESTAMP")),
                optional("ShardId", NAME),
                optional("Timestamp", new Shape.Time()));
        return List.of(
                Operation.of(
                        "ListShards",
                        this::list,
                        STREAM_NAME,
                        STREAM_ARN,
                        optional("NextToken", TOKEN),
                        optional("ExclusiveStartShardId", NAME),
                        optional("MaxResults", PAGE),
                        optional("StreamCreationTimestamp", new Shape.Time()),
                        optional("ShardFilter", filter)),
                Operation.of(
                        "SplitShard",
                        this::split,
                        STREAM_NAME,
                        STREAM_ARN,
                        required("ShardToSplit", NAME),
                        required("NewStartingHashKey", HASH)),
                Operation.of(
                        "MergeShards",
                        this::merge,
                        STREAM_NAME,
                        STREAM_ARN,
                        required("ShardToMerge", NAME),
                        required("AdjacentShardToMerge", NAME)));
    }

    /** What callers see: none while the stream is being created. */
    static List<Shard> visible(Stream stream, Instant now) {
        return stream.status(now) == Phase.Status.CREATING
                ? List.of()
                : stream.shards().all();
    }

    static Map<String, @Nullable Object> shown(Shard shard) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("ShardId", shard.id());
        out.put(
                "ParentShardId",
                shard.parents().isEmpty() ? null : Shard.id(shard.parents().get(0)));
        out.put(
                "AdjacentParentShardId",
                shard.parents().size() < 2 ? null : Shard.id(shard.parents().get(1)));
        out.put("HashKeyRange", range(shard));
        Map<String, @Nullable Object> numbers = new LinkedHashMap<>();
        numbers.put("StartingSequenceNumber", SequenceNumbers.first(shard));
        numbers.put(
                "EndingSequenceNumber",
                shard.closed()
                        .map(closed -> SequenceNumbers.last(closed, shard))
                        .orElse(null));
        out.put("SequenceNumberRange", numbers);
        return out;
    }

    static Map<String, @Nullable Object> range(Shard shard) {
        return Map.of(
                "StartingHashKey", shard.first().toString(),
                "EndingHashKey", shard.last().toString());
    }

    private Map<String, @Nullable Object> list(Call call) {
        Input input = call.input();
        boolean named =
                input.text("StreamName").or(() -> input.text("StreamARN")).isPresent();
        Optional<String> token = input.text("NextToken");
        if (token.isPresent() && named) {
            throw Errors.argument("NextToken and StreamName cannot be provided together.");
        }
        if (token.isEmpty() && !named) {
            throw Errors.argument("Either NextToken or StreamName should be provided.");
        }
        Optional<String[]> resumed = token.map(ShardOperations::resume);
        Stream stream = resumed.map(parts -> streams.find(call.realm(), parts[0], call.now())
                        .orElseThrow(() -> Errors.noStream(call.realm(), parts[0])))
                .orElseGet(() -> streams.named(call));
        Optional<String> after = resumed.map(parts -> parts[1]).or(() -> input.text("ExclusiveStartShardId"));
        ShardFilter filter = input.structure("ShardFilter").map(ShardFilter::of).orElse(ShardFilter.ALL);
        List<Shard> rest = visible(stream, call.now()).stream()
                .filter(shard -> after.isEmpty() || shard.id().compareTo(after.get()) > 0)
                .filter(shard -> filter.takes(shard, stream, call.now()))
                .toList();
        List<Shard> page =
                rest.subList(0, Math.min(rest.size(), input.whole("MaxResults").orElse(USUAL_PAGE)));
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("Shards", page.stream().map(ShardOperations::shown).toList());
        out.put(
                "NextToken",
                page.size() < rest.size()
                        ? Tokens.seal(
                                stream.name() + "/" + page.get(page.size() - 1).id())
                        : null);
        return out;
    }

    private static String[] resume(String token) {
        String[] parts = Tokens.open(token).split("/", 2);
        if (parts.length != 2) {
            throw Errors.argument("NextToken is invalid.");
        }
        return parts;
    }

    static Shard need(Stream stream, String id) {
        return stream.shards().all().stream()
                .filter(shard -> shard.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Errors.noShard(stream, id));
    }

    private Stream reshardable(Call call) {
        Stream stream = streams.active(call);
        if (stream.capacity().mode() == Mode.ON_DEMAND) {
            throw AwsException.validation(stream.called()
                    + " is in the ON_DEMAND capacity mode: AWS decides on its shards. Resharding it is not supported.");
        }
        return stream;
    }

    private static Shard open(Stream stream, String id) {
        Shard shard = need(stream, id);
        if (!shard.open()) {
            throw Errors.argument("Shard " + id + " in stream " + stream.name() + " under account "
                    + stream.realm().account() + " is closed.");
        }
        return shard;
    }

    private Map<String, @Nullable Object> split(Call call) {
        Stream stream = reshardable(call);
        Shard shard = open(stream, call.input().needText("ShardToSplit"));
        BigInteger at = new BigInteger(call.input().needText("NewStartingHashKey"));
        if (at.compareTo(shard.first().add(BigInteger.ONE)) <= 0 || at.compareTo(shard.last()) >= 0) {
            throw Errors.argument("NewStartingHashKey " + at + " used in SplitShard() on shard " + shard.id()
                    + " in stream " + stream.name() + " under account "
                    + stream.realm().account() + " is not both greater than one plus the shard's StartingHashKey "
                    + shard.first() + " and less than the shard's EndingHashKey " + shard.last() + ".");
        }
        quotas.roomForShards(call.realm(), 1, call.now());
        Capacity capacity = stream.capacity().withShards(stream.shards().split(shard, at, call.now()));
        streams.update(stream.with(capacity), call.now());
        return Map.of();
    }

    private Map<String, @Nullable Object> merge(Call call) {
        Stream stream = reshardable(call);
        Shard one = open(stream, call.input().needText("ShardToMerge"));
        Shard other = open(stream, call.input().needText("AdjacentShardToMerge"));
        boolean adjacent = one.last().add(BigInteger.ONE).equals(other.first())
                || other.last().add(BigInteger.ONE).equals(one.first());
        if (!adjacent) {
            throw Errors.argument("Shards " + one.id() + " and " + other.id() + " in stream " + stream.name()
                    + " under account " + stream.realm().account()
                    + " are not an adjacent pair of shards eligible for merging");
        }
        Capacity capacity = stream.capacity().withShards(stream.shards().merge(one, other, call.now()));
        streams.update(stream.with(capacity), call.now());
        return Map.of();
    }
}
