package dev.plumbline.sandbox.kinesis;

import static dev.plumbline.sandbox.kinesis.Shapes.NAME;
import static dev.plumbline.sandbox.kinesis.Shapes.PAGE;
import static dev.plumbline.sandbox.kinesis.Shapes.STREAM_ARN;
import static dev.plumbline.sandbox.kinesis.Shapes.STREAM_NAME;
import static dev.plumbline.sandbox.kinesis.Shapes.TOKEN;
import static dev.plumbline.sandbox.wire.Shape.optional;

import dev.plumbline.sandbox.wire.Input;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asking about streams and about the account. */
final class DescribeOperations {
    private static final int USUAL_PAGE = 100;
    private final Streams streams;
    private final Quotas quotas;

    DescribeOperations(Streams streams, Quotas quotas) {
        this.streams = streams;
        this.quotas = quotas;
    }

    List<Operation> all() {
        return List.of(
                Operation.of(
                        "DescribeStream",
                        this::describe,
                        STREAM_NAME,
                        STREAM_ARN,
                        optional("Limit", PAGE),
                        optional("ExclusiveStartShardId", NAME)),
                Operation.of("DescribeStreamSummary", this::summary, STREAM_NAME, STREAM_ARN),
                Operation.of(
                        "ListStreams",
                        this::list,
                        optional("Limit", PAGE),
                        optional("ExclusiveStartStreamName", NAME),
                        optional("NextToken", TOKEN)),
                Operation.of("DescribeLimits", this::limits));
    }

    private static Map<String, @Nullable Object> common(Stream stream, Instant now) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("StreamName", stream.name());
        out.put("StreamARN", stream.arn());
        out.put("StreamStatus", stream.status(now).name());
        out.put(
                "StreamModeDetails",
                Map.of("StreamMode", stream.capacity().mode().name()));
        out.put("RetentionPeriodHours", stream.settings().retentionHours());
        out.put("StreamCreationTimestamp", stream.created());
        out.put(
                "EnhancedMonitoring",
                List.of(Map.of("ShardLevelMetrics", stream.settings().metrics())));
        out.put("EncryptionType", stream.settings().encryption());
        out.put("KeyId", stream.settings().kmsKey().orElse(null));
        return out;
    }

    private Map<String, @Nullable Object> describe(Call call) {
        Stream stream = streams.named(call);
        Optional<String> after = call.input().text("ExclusiveStartShardId");
        int limit = Math.min(call.input().whole("Limit").orElse(USUAL_PAGE), USUAL_PAGE);
        List<Shard> shards = ShardOperations.visible(stream, call.now()).stream()
                .filter(shard -> after.isEmpty() || shard.id().compareTo(after.get()) > 0)
                .toList();
        Map<String, @Nullable Object> out = common(stream, call.now());
        out.put(
                "Shards",
                shards.stream().limit(limit).map(ShardOperations::shown).toList());
        out.put("HasMoreShards", shards.size() > limit);
        return Map.of("StreamDescription", out);
    }

    private Map<String, @Nullable Object> summary(Call call) {
        Stream stream = streams.named(call);
        Map<String, @Nullable Object> out = common(stream, call.now());
        out.put(
                "OpenShardCount",
                stream.status(call.now()) == Phase.Status.CREATING
                        ? 0
                        : stream.shards().openCount());
        out.put("ConsumerCount", Consumers.of(stream, call.now()).size());
        out.put("MaxRecordSizeInKiB", stream.settings().maxRecordKiB());
        return Map.of("StreamDescriptionSummary", out);
    }

    private Map<String, @Nullable Object> list(Call call) {
        Input input = call.input();
        Optional<String> after =
                input.text("NextToken").map(Tokens::open).or(() -> input.text("ExclusiveStartStreamName"));
        int limit = input.whole("Limit").orElse(USUAL_PAGE);
        NavigableMap<String, Stream> all = streams.of(call.realm(), call.now());
        List<Stream> rest = List.copyOf(
                after.map(name -> all.tailMap(name, false)).orElse(all).values());
        List<Stream> page = rest.subList(0, Math.min(limit, rest.size()));
        boolean more = rest.size() > page.size();
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("StreamNames", page.stream().map(Stream::name).toList());
        out.put("HasMoreStreams", more);
        out.put("NextToken", more ? Tokens.seal(page.get(page.size() - 1).name()) : null);
        out.put(
                "StreamSummaries",
                page.stream().map(stream -> brief(stream, call.now())).toList());
        return out;
    }

    private static Map<String, @Nullable Object> brief(Stream stream, Instant now) {
        Map<String, @Nullable Object> out = common(stream, now);
        out.keySet()
                .retainAll(List.of(
                        "StreamName", "StreamARN", "StreamStatus", "StreamModeDetails", "StreamCreationTimestamp"));
        return out;
    }

    private Map<String, @Nullable Object> limits(Call call) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("ShardLimit", Quotas.shardLimit(call.realm()));
        out.put("OpenShardCount", quotas.openShards(call.realm(), call.now()));
        out.put("OnDemandStreamCount", quotas.onDemandStreams(call.realm(), call.now()));
        out.put("OnDemandStreamCountLimit", Quotas.ON_DEMAND_STREAMS);
        return out;
    }
}
