package dev.plumbline.sandbox.kinesis;

import static dev.plumbline.sandbox.kinesis.Shapes.PAGE;
import static dev.plumbline.sandbox.kinesis.Shapes.SEQUENCE;
import static dev.plumbline.sandbox.kinesis.Shapes.SHARD_ID;
import static dev.plumbline.sandbox.kinesis.Shapes.STREAM_ARN;
import static dev.plumbline.sandbox.kinesis.Shapes.STREAM_NAME;
import static dev.plumbline.sandbox.wire.Shape.choice;
import static dev.plumbline.sandbox.wire.Shape.optional;
import static dev.plumbline.sandbox.wire.Shape.required;
import static dev.plumbline.sandbox.wire.Shape.text;

import dev.plumbline.sandbox.wire.AwsException;
import dev.plumbline.sandbox.wire.Input;
import dev.plumbline.sandbox.wire.Shape;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reading records: an iterator into a shard, then page by page. */
final class ReadOperations {
    private static final int MOST_RECORDS = 10_000;
    private static final int LARGEST_PAGE = 10 << 20;
    private final Streams streams;
    private final Records records;
    private final Throughput throughput;

    ReadOperations(Streams streams, Records records, Throughput throughput) {
        this.streams = streams;
        this.records = records;
        this.throughput = throughput;
    }

    List<Operation> all() {
        return List.of(
                Operation.of(
                        "GetShardIterator",
                        this::iterator,
                        STREAM_NAME,
                        STREAM_ARN,
                        SHARD_ID,
                        required(
                                "ShardIteratorType",
                                choice(
                                        "AT_SEQUENCE_NUMBER",
                                        "AFTER_SEQUENCE_NUMBER",
                                        "TRIM_HORIZON",
                                        "LATEST",
                                        "AT_TIMESTAMP")),
                        optional("StartingSequenceNumber", SEQUENCE),
                        optional("Timestamp", new Shape.Time())),
                Operation.of(
                        "GetRecords",
                        this::read,
                        required("ShardIterator", text(1, 512, null)),
                        optional("Limit", PAGE),
                        STREAM_ARN),
                Operation.of("SubscribeToShard", ReadOperations::subscribe));
    }

    private static Map<String, @Nullable Object> subscribe(Call call) {
        throw AwsException.of(
                "UnsupportedOperationException",
                "The embedded endpoint does not serve SubscribeToShard (enhanced fan-out over HTTP/2)."
                        + " Read with GetShardIterator and GetRecords.");
    }

    private Map<String, @Nullable Object> iterator(Call call) {
        Stream stream = readable(streams.named(call), call);
        Shard shard = ShardOperations.need(stream, call.input().needText("ShardId"));
        String position = position(stream, shard, call);
        return Map.of("ShardIterator", sealed(stream, shard, position, call.now()));
    }

    private static Stream readable(Stream stream, Call call) {
        Phase.Status status = stream.status(call.now());
        if (status == Phase.Status.CREATING || status == Phase.Status.DELETING) {
            throw Errors.noStream(call.realm(), stream.name());
        }
        return stream;
    }

    private static String sealed(Stream stream, Shard shard, String position, Instant now) {
        return new ShardIterator(stream.name(), stream.id(), shard.number(), position, now).seal();
    }

    private String position(Stream stream, Shard shard, Call call) {
        Input input = call.input();
        String type = input.needText("ShardIteratorType");
        Optional<String> number = input.text("StartingSequenceNumber");
        boolean byNumber = type.endsWith("SEQUENCE_NUMBER");
        if (byNumber != number.isPresent() && !type.equals("AT_TIMESTAMP")) {
            throw Errors.argument("Must either specify (1) AT_SEQUENCE_NUMBER or AFTER_SEQUENCE_NUMBER and"
                    + " StartingSequenceNumber or (2) TRIM_HORIZON or LATEST and no StartingSequenceNumber. Request"
                    + " specified " + type
                    + (number.isPresent() ? " and also a StartingSequenceNumber." : " and no StartingSequenceNumber."));
        }
        return switch (type) {
            case "LATEST" -> {
                String last = records.lastNumber(stream, shard);
                yield last.isEmpty() ? SequenceNumbers.first(shard) : SequenceNumbers.after(last);
            }
            case "TRIM_HORIZON" -> SequenceNumbers.first(shard);
            case "AT_TIMESTAMP" -> atTime(shard, call);
            default -> atNumber(stream, shard, type, number.orElseThrow());
        };
    }

    private static String atTime(Shard shard, Call call) {
        Instant time = call.input()
                .time("Timestamp")
                .orElseThrow(() -> Errors.argument("Must specify timestampInMillis parameter for iterator of type"
                        + " AT_TIMESTAMP. Current request has no timestamp parameter."));
        if (time.isAfter(call.now())) {
            throw Errors.argument("The timestampInMillis parameter cannot be greater than the"
                    + " currentTimestampInMillis. timestampInMillis: " + time.toEpochMilli()
                    + ", currentTimestampInMillis: " + call.now().toEpochMilli());
        }
        Instant start = time.isBefore(shard.opened()) ? shard.opened() : time;
        return SequenceNumbers.of(start, 0, shard.number());
    }

    private static String atNumber(Stream stream, Shard shard, String type, String number) {
        String used = "StartingSequenceNumber " + number + " used in GetShardIterator on shard " + shard.id()
                + " in stream " + stream.name() + " under account "
                + stream.realm().account() + " is invalid";
        if (!SequenceNumbers.ours(number)) {
            throw Errors.argument(used + ".");
        }
        if (SequenceNumbers.shard(number) != shard.number()) {
            throw Errors.argument("Invalid StartingSequenceNumber. It encodes "
                    + Shard.id(SequenceNumbers.shard(number)) + ", while it was used in a call to a shard with "
                    + shard.id());
        }
        if (SequenceNumbers.millis(number) < stream.created().toEpochMilli()) {
            throw Errors.argument(used + " because it did not come from this stream.");
        }
        return type.startsWith("AFTER") ? SequenceNumbers.after(number) : number;
    }

    private Map<String, @Nullable Object> read(Call call) {
        Instant now = call.now();
        ShardIterator iterator = ShardIterator.open(call.input().needText("ShardIterator"), now);
        Stream stream = streams.find(call.realm(), iterator.stream(), now)
                .filter(found -> found.id().equals(iterator.streamId()))
                .orElseThrow(() -> Errors.noStream(call.realm(), iterator.stream()));
        readable(stream, call);
        Shard shard = stream.shards()
                .find(iterator.shard())
                .orElseThrow(() -> Errors.noShard(stream, Shard.id(iterator.shard())));
        if (!throughput.read(stream, shard, now)) {
            throw AwsException.of(
                    "ProvisionedThroughputExceededException",
                    "Rate exceeded for shard " + shard.id() + " in stream " + stream.name() + " under account "
                            + stream.realm().account() + ".");
        }
        int limit = call.input().whole("Limit").orElse(MOST_RECORDS);
        Records.Page page = records.read(stream, shard, iterator.position(), limit, LARGEST_PAGE, now);
        throughput.gave(
                stream,
                shard,
                page.records().stream().mapToInt(StoredRecord::size).sum(),
                now);
        return shown(stream, shard, page, now);
    }

    private static Map<String, @Nullable Object> shown(Stream stream, Shard shard, Records.Page page, Instant now) {
        boolean finished = !shard.open() && !page.more();
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put(
                "Records",
                page.records().stream().map(record -> shown(stream, record)).toList());
        out.put("NextShardIterator", finished ? null : sealed(stream, shard, page.next(), now));
        out.put("MillisBehindLatest", page.more() ? now.toEpochMilli() - SequenceNumbers.millis(page.next()) : 0L);
        if (finished) {
            out.put(
                    "ChildShards",
                    stream.shards().children(shard.number()).stream()
                            .map(ReadOperations::child)
                            .toList());
        }
        return out;
    }

    private static Map<String, @Nullable Object> shown(Stream stream, StoredRecord record) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("SequenceNumber", record.number());
        out.put("ApproximateArrivalTimestamp", record.arrived());
        out.put("Data", record.data());
        out.put("PartitionKey", record.partitionKey());
        out.put("EncryptionType", stream.settings().kmsKey().isPresent() ? "KMS" : null);
        return out;
    }

    private static Map<String, @Nullable Object> child(Shard shard) {
        return Map.of(
                "ShardId", shard.id(),
                "ParentShards", shard.parents().stream().map(Shard::id).toList(),
                "HashKeyRange", ShardOperations.range(shard));
    }
}
