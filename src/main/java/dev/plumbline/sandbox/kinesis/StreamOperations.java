package dev.plumbline.sandbox.kinesis;

import static dev.plumbline.sandbox.kinesis.Shapes.MODE_DETAILS;
import static dev.plumbline.sandbox.kinesis.Shapes.NAME;
import static dev.plumbline.sandbox.kinesis.Shapes.STREAM_ARN;
import static dev.plumbline.sandbox.kinesis.Shapes.STREAM_NAME;
import static dev.plumbline.sandbox.kinesis.Shapes.TAGS;
import static dev.plumbline.sandbox.wire.Shape.optional;
import static dev.plumbline.sandbox.wire.Shape.required;
import static dev.plumbline.sandbox.wire.Shape.whole;

import dev.plumbline.sandbox.wire.AwsException;
import dev.plumbline.sandbox.wire.Ids;
import dev.plumbline.sandbox.wire.Input;
import dev.plumbline.sandbox.wire.Shape;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stream's beginning and end. */
final class StreamOperations {
    private final Streams streams;
    private final Quotas quotas;

    StreamOperations(Streams streams, Quotas quotas) {
        this.streams = streams;
        this.quotas = quotas;
    }

    List<Operation> all() {
        return List.of(
                Operation.of(
                        "CreateStream",
                        this::create,
                        required("StreamName", NAME),
                        optional("ShardCount", whole(1, Integer.MAX_VALUE)),
                        optional(MODE_DETAILS.name(), MODE_DETAILS.shape()),
                        optional("Tags", TAGS),
                        optional("MaxRecordSizeInKiB", whole(1024, 10_240))),
                Operation.of(
                        "DeleteStream",
                        this::delete,
                        STREAM_NAME,
                        STREAM_ARN,
                        optional("EnforceConsumerDeletion", new Shape.Flag())));
    }

    private Map<String, @Nullable Object> create(Call call) {
        Input input = call.input();
        Realm realm = call.realm();
        Instant now = call.now();
        String name = input.needText("StreamName");
        Mode mode = input.structure("StreamModeDetails")
                .map(details -> Mode.valueOf(details.needText("StreamMode")))
                .orElse(Mode.PROVISIONED);
        Optional<Integer> shards = input.whole("ShardCount");
        Map<String, String> tags = TagRules.accept(Map.of(), input.textMap("Tags"));
        if (mode == Mode.ON_DEMAND && shards.isPresent()) {
            throw AwsException.validation("ShardCount is not expected when StreamMode=ON_DEMAND");
        }
        if (mode == Mode.PROVISIONED && shards.isEmpty()) {
            throw AwsException.validation("ShardCount is required when StreamMode=PROVISIONED");
        }
        if (streams.find(realm, name, now).isPresent()) {
            throw Errors.inUse("Stream " + name + " under account " + realm.account() + " already exists.");
        }
        quotas.roomFor(Phase.Status.CREATING, realm, now);
        if (mode == Mode.ON_DEMAND) {
            quotas.roomForOnDemand(realm, now);
        } else {
            quotas.roomForShards(realm, shards.orElseThrow(), now);
        }
        Shards opened = Shards.even(shards.orElse(Quotas.ON_DEMAND_SHARDS), now);
        streams.save(new Stream(
                realm,
                name,
                Ids.next(),
                now,
                streams.phase(Phase.Status.CREATING, now),
                new Capacity(mode, opened, List.of(), List.of()),
                Settings.INITIAL.withMaxRecord(
                        input.whole("MaxRecordSizeInKiB").orElse(Settings.INITIAL.maxRecordKiB())),
                tags,
                List.of(),
                Optional.empty()));
        return Map.of();
    }

    private Map<String, @Nullable Object> delete(Call call) {
        Stream stream = streams.named(call);
        Phase.Status status = stream.status(call.now());
        if (status == Phase.Status.CREATING || status == Phase.Status.DELETING) {
            throw Errors.notActive(stream, call.now());
        }
        if (!Consumers.of(stream, call.now()).isEmpty() && !call.input().flag("EnforceConsumerDeletion")) {
            throw Errors.inUse(stream.called() + " has registered consumers. To delete it with them, set"
                    + " EnforceConsumerDeletion to true.");
        }
        quotas.roomFor(Phase.Status.DELETING, call.realm(), call.now());
        streams.save(stream.with(streams.phase(Phase.Status.DELETING, call.now())));
        return Map.of();
    }
}
