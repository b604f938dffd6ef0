package dev.plumbline.sandbox.kinesis;

import static dev.plumbline.sandbox.kinesis.Shapes.MODE_DETAILS;
import static dev.plumbline.sandbox.kinesis.Shapes.STREAM_ARN;
import static dev.plumbline.sandbox.kinesis.Shapes.STREAM_ARN_TEXT;
import static dev.plumbline.sandbox.kinesis.Shapes.STREAM_NAME;
import static dev.plumbline.sandbox.wire.Shape.choice;
import static dev.plumbline.sandbox.wire.Shape.required;
import static dev.plumbline.sandbox.wire.Shape.whole;

import dev.plumbline.sandbox.wire.AwsException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mode and shard count, with AWS's daily limits. */
final class CapacityOperations {
    private final Streams streams;
    private final Quotas quotas;

    CapacityOperations(Streams streams, Quotas quotas) {
        this.streams = streams;
        this.quotas = quotas;
    }

    List<Operation> all() {
        return List.of(
                Operation.of(
                        "UpdateStreamMode", this::switchMode, required("StreamARN", STREAM_ARN_TEXT), MODE_DETAILS),
                Operation.of(
                        "UpdateShardCount",
                        this::resize,
                        STREAM_NAME,
                        STREAM_ARN,
                        required("TargetShardCount", whole(1, Integer.MAX_VALUE)),
                        required("ScalingType", choice("UNIFORM_SCALING"))));
    }

    private Map<String, @Nullable Object> switchMode(Call call) {
        Instant now = call.now();
        Stream stream = streams.active(call);
        Capacity capacity = stream.capacity();
        Mode mode = Mode.valueOf(
                call.input().structure("StreamModeDetails").orElseThrow().needText("StreamMode"));
        if (mode == capacity.mode()) {
            throw AwsException.validation(stream.called() + " is already in the " + mode + " capacity mode.");
        }
        if (Capacity.withinDay(capacity.switches(), now) >= Quotas.MODE_SWITCHES_A_DAY) {
            throw Errors.limit("The capacity mode of " + lowerFirst(stream.called())
                    + " has been switched " + Quotas.MODE_SWITCHES_A_DAY
                    + " times within the last 24 hours, which is the limit.");
        }
        if (mode == Mode.ON_DEMAND) {
            quotas.roomForOnDemand(call.realm(), now);
        } else {
            quotas.roomForShards(call.realm(), stream.shards().openCount(), now);
        }
        streams.update(stream.with(capacity.withMode(mode, now)), now);
        return Map.of();
    }

    private Map<String, @Nullable Object> resize(Call call) {
        Instant now = call.now();
        Stream stream = streams.active(call);
        Capacity capacity = stream.capacity();
        if (capacity.mode() == Mode.ON_DEMAND) {
            throw AwsException.validation(stream.called()
                    + " is in the ON_DEMAND capacity mode. UpdateShardCount is only supported for streams in the"
                    + " PROVISIONED capacity mode.");
        }
        int present = stream.shards().openCount();
        int target = call.input().needWhole("TargetShardCount");
        refuse(stream, present, target);
        if (Capacity.withinDay(capacity.resizes(), now) >= Quotas.RESIZES_A_DAY) {
            throw Errors.limit("The shard count of " + lowerFirst(stream.called()) + " has been updated "
                    + Quotas.RESIZES_A_DAY + " times within the last 24 hours, which is the limit.");
        }
        if (target > present) {
            quotas.roomForShards(call.realm(), target - present, now);
        }
        Shards scaled = stream.shards().scale(target, now);
        streams.update(stream.with(capacity.resized(scaled, now)), now);
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("StreamName", stream.name());
        out.put("CurrentShardCount", present);
        out.put("TargetShardCount", target);
        out.put("StreamARN", stream.arn());
        return out;
    }

    private static void refuse(Stream stream, int present, int target) {
        String why = null;
        if (target > 2L * present) {
            why = "more than double";
        } else if (2L * target < present) {
            why = "less than half";
        }
        if (why != null) {
            throw Errors.limit("UpdateShardCount cannot set the shard count of " + lowerFirst(stream.called()) + " to "
                    + target + ": that is " + why + " its current open shard count, " + present + ".");
        }
        if (target > Quotas.MOST_SHARDS_BY_RESIZE) {
            throw Errors.limit(
                    "UpdateShardCount cannot scale a stream to more than " + Quotas.MOST_SHARDS_BY_RESIZE + " shards.");
        }
    }

    private static String lowerFirst(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
