package dev.plumbline.sandbox.kinesis;

import static dev.plumbline.sandbox.kinesis.Shapes.HASH;
import static dev.plumbline.sandbox.kinesis.Shapes.SEQUENCE;
import static dev.plumbline.sandbox.kinesis.Shapes.STREAM_ARN;
import static dev.plumbline.sandbox.kinesis.Shapes.STREAM_NAME;
import static dev.plumbline.sandbox.wire.Shape.list;
import static dev.plumbline.sandbox.wire.Shape.optional;
import static dev.plumbline.sandbox.wire.Shape.required;
import static dev.plumbline.sandbox.wire.Shape.structure;
import static dev.plumbline.sandbox.wire.Shape.text;

import dev.plumbline.sandbox.wire.AwsException;
import dev.plumbline.sandbox.wire.Input;
import dev.plumbline.sandbox.wire.Shape;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Putting records: the hash of the partition key decides on the shard, and each shard takes so much a second. */
final class WriteOperations {
    private static final int LARGEST_RECORD = 10 << 20;
    private static final int LARGEST_REQUEST = 10 << 20;
    private static final int MOST_RECORDS = 500;
    private static final String THROTTLED = "ProvisionedThroughputExceededException";
    private final Streams streams;
    private final Records records;
    private final Throughput throughput;

    WriteOperations(Streams streams, Records records, Throughput throughput) {
        this.streams = streams;
        this.records = records;
        this.throughput = throughput;
    }

    List<Operation> all() {
        Shape.Member data = required("Data", new Shape.Blob(LARGEST_RECORD));
        Shape.Member key = required("PartitionKey", text(1, 256, null));
        Shape.Member hash = optional("ExplicitHashKey", HASH);
        return List.of(
                Operation.of(
                        "PutRecord",
                        this::putOne,
                        STREAM_NAME,
                        STREAM_ARN,
                        data,
                        key,
                        hash,
                        optional("SequenceNumberForOrdering", SEQUENCE)),
                Operation.of(
                        "PutRecords",
                        this::putMany,
                        STREAM_NAME,
                        STREAM_ARN,
                        required("Records", list(structure(data, key, hash), 1, MOST_RECORDS))));
    }

    /** What became of one record. */
    private record Outcome(Shard shard, Optional<String> number) {}

    private Map<String, @Nullable Object> putOne(Call call) {
        Stream stream = writable(call);
        checkSize(stream, call.input(), "data");
        Outcome outcome = put(stream, call.input(), call);
        if (outcome.number().isEmpty()) {
            throw AwsException.of(THROTTLED, rateExceeded(stream, outcome.shard()));
        }
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("ShardId", outcome.shard().id());
        out.put("SequenceNumber", outcome.number().get());
        out.put("EncryptionType", stream.settings().encryption());
        return out;
    }

    private Map<String, @Nullable Object> putMany(Call call) {
        Stream stream = writable(call);
        List<Input> entries = call.input().structures("Records");
        long size = 0;
        for (int i = 0; i < entries.size(); i++) {
            size += checkSize(stream, entries.get(i), "records." + (i + 1) + ".member.data");
        }
        if (size > LARGEST_REQUEST) {
            throw Errors.argument("Records size exceeds " + (LARGEST_REQUEST >> 20) + " MB limit");
        }
        List<Map<String, @Nullable Object>> results = new ArrayList<>();
        int failed = 0;
        for (Input entry : entries) {
            // A split for a hot shard may happen on the way.
            Stream present = streams.named(call);
            Outcome outcome = put(present, entry, call);
            Map<String, @Nullable Object> result = new LinkedHashMap<>();
            if (outcome.number().isPresent()) {
                result.put("SequenceNumber", outcome.number().get());
                result.put("ShardId", outcome.shard().id());
            } else {
                failed++;
                result.put("ErrorCode", THROTTLED);
                result.put("ErrorMessage", rateExceeded(present, outcome.shard()));
            }
            results.add(result);
        }
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("FailedRecordCount", failed);
        out.put("Records", results);
        out.put("EncryptionType", stream.settings().encryption());
        return out;
    }

    private Stream writable(Call call) {
        Stream stream = streams.named(call);
        Phase.Status status = stream.status(call.now());
        if (status == Phase.Status.CREATING || status == Phase.Status.DELETING) {
            throw Errors.noStream(call.realm(), stream.name());
        }
        return stream;
    }

    private static int checkSize(Stream stream, Input entry, String path) {
        int data = entry.needBytes("Data").length;
        int limit = stream.settings().maxRecordKiB() << 10;
        if (data > limit) {
            throw AwsException.validation(
                    "1 validation error detected: Value 'java.nio.HeapByteBuffer[pos=0 lim=" + data
                            + " cap=" + data + "]' at '" + path
                            + "' failed to satisfy constraint: Member must have length less than or equal to " + limit);
        }
        return data + entry.needText("PartitionKey").getBytes(StandardCharsets.UTF_8).length;
    }

    private Outcome put(Stream stream, Input entry, Call call) {
        String key = entry.needText("PartitionKey");
        byte[] data = entry.needBytes("Data");
        Shard shard = stream.shards().holding(hash(key, entry.text("ExplicitHashKey")));
        int size = data.length + key.getBytes(StandardCharsets.UTF_8).length;
        if (throughput.write(stream, shard, size, call.now())) {
            return new Outcome(shard, Optional.of(records.append(stream, shard, key, data, call.now())));
        }
        relieve(stream, shard, call);
        return new Outcome(shard, Optional.empty());
    }

    /** On-demand capacity follows the load: a shard that stays overrun is split in the middle. */
    private void relieve(Stream stream, Shard shard, Call call) {
        boolean room = stream.shards().openCount() < Quotas.MOST_ON_DEMAND_SHARDS
                && shard.width().bitLength() > 2;
        if (stream.capacity().mode() == Mode.ON_DEMAND && room && throughput.hot(stream, shard, call.now())) {
            BigInteger middle = shard.first().add(shard.width().shiftRight(1));
            Shards split = stream.shards().split(shard, middle, call.now());
            streams.save(stream.with(stream.capacity().withShards(split)));
        }
    }

    private static String rateExceeded(Stream stream, Shard shard) {
        return "Rate exceeded for shard " + shard.id() + " in stream " + stream.name() + " under account "
                + stream.realm().account() + ".";
    }

    private static BigInteger hash(String key, Optional<String> explicit) {
        if (explicit.isPresent()) {
            BigInteger hash = new BigInteger(explicit.get());
            if (hash.compareTo(Shard.HASHES) >= 0) {
                throw Errors.argument("Invalid ExplicitHashKey. ExplicitHashKey must be in the range: [0, 2^128-1]."
                        + " Specified value was " + explicit.get());
            }
            return hash;
        }
        try {
            byte[] sum = MessageDigest.getInstance("MD5").digest(key.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, sum);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has MD5", impossible);
        }
    }
}
