package dev.plumbline.sandbox.kinesis;

import static dev.plumbline.sandbox.kinesis.Shapes.CONSUMER_ARN_TEXT;
import static dev.plumbline.sandbox.kinesis.Shapes.NAME;
import static dev.plumbline.sandbox.kinesis.Shapes.PAGE;
import static dev.plumbline.sandbox.kinesis.Shapes.STREAM_ARN;
import static dev.plumbline.sandbox.kinesis.Shapes.STREAM_ARN_TEXT;
import static dev.plumbline.sandbox.kinesis.Shapes.TAGS;
import static dev.plumbline.sandbox.kinesis.Shapes.TOKEN;
import static dev.plumbline.sandbox.wire.Shape.optional;
import static dev.plumbline.sandbox.wire.Shape.required;

import dev.plumbline.sandbox.wire.Shape;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Registered consumers. They can be managed; what they are for, SubscribeToShard, is not served. */
final class ConsumerOperations {
    private static final int USUAL_PAGE = 100;
    private final Streams streams;

    ConsumerOperations(Streams streams) {
        this.streams = streams;
    }

    List<Operation> all() {
        Shape.Member stream = required("StreamARN", STREAM_ARN_TEXT);
        Shape.Member name = optional("ConsumerName", NAME);
        Shape.Member arn = optional("ConsumerARN", CONSUMER_ARN_TEXT);
        return List.of(
                Operation.of(
                        "RegisterStreamConsumer",
                        this::register,
                        stream,
                        required("ConsumerName", NAME),
                        optional("Tags", TAGS)),
                Operation.of("DescribeStreamConsumer", this::describe, STREAM_ARN, name, arn),
                Operation.of(
                        "ListStreamConsumers",
                        this::list,
                        stream,
                        optional("NextToken", TOKEN),
                        optional("MaxResults", PAGE),
                        optional("StreamCreationTimestamp", new Shape.Time())),
                Operation.of("DeregisterStreamConsumer", this::deregister, STREAM_ARN, name, arn));
    }

    private static Map<String, @Nullable Object> shown(Stream stream, Consumer consumer, Instant now) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("ConsumerName", consumer.name());
        out.put("ConsumerARN", consumer.arn(stream));
        out.put("ConsumerStatus", consumer.phase().status(now).name());
        out.put("ConsumerCreationTimestamp", consumer.created());
        return out;
    }

    private Map<String, @Nullable Object> register(Call call) {
        Instant now = call.now();
        Stream stream = streams.named(call);
        Phase.Status status = stream.status(now);
        if (status == Phase.Status.CREATING || status == Phase.Status.DELETING) {
            throw Errors.notActive(stream, now);
        }
        String name = call.input().needText("ConsumerName");
        List<Consumer> present = Consumers.of(stream, now);
        if (present.stream().anyMatch(consumer -> consumer.name().equals(name))) {
            throw Errors.inUse("Consumer " + name + " under stream " + stream.name() + " already exists for account "
                    + stream.realm().account() + ".");
        }
        if (present.size() >= Quotas.CONSUMERS) {
            throw Errors.limit(
                    "No more than " + Quotas.CONSUMERS + " consumers can be registered with " + stream.arn() + ".");
        }
        Map<String, String> tags = TagRules.accept(Map.of(), call.input().textMap("Tags"));
        Consumer consumer = new Consumer(name, now, streams.phase(Phase.Status.CREATING, now), tags);
        Stream kept = stream.withConsumers(present);
        streams.save(Consumers.replace(kept, consumer));
        return Map.of("Consumer", shown(stream, consumer, now));
    }

    /** The stream and consumer that a call names, by consumer ARN or by stream ARN and name. */
    private Map.Entry<Stream, Consumer> named(Call call) {
        Optional<String> arn = call.input().text("ConsumerARN");
        if (arn.isPresent()) {
            Stream stream = streams.byArn(call, arn.get());
            return Map.entry(stream, Consumers.byArn(stream, arn.get(), call.now()));
        }
        Optional<String> name = call.input().text("ConsumerName");
        if (name.isEmpty() || call.input().text("StreamARN").isEmpty()) {
            throw Errors.argument("Either ConsumerARN or both StreamARN and ConsumerName must be specified.");
        }
        Stream stream = streams.named(call);
        return Map.entry(stream, Consumers.byName(stream, name.get(), call.now()));
    }

    private Map<String, @Nullable Object> describe(Call call) {
        Map.Entry<Stream, Consumer> found = named(call);
        Map<String, @Nullable Object> out = shown(found.getKey(), found.getValue(), call.now());
        out.put("StreamARN", found.getKey().arn());
        return Map.of("ConsumerDescription", out);
    }

    private Map<String, @Nullable Object> list(Call call) {
        Stream stream = streams.named(call);
        Optional<String> after = call.input().text("NextToken").map(Tokens::open);
        int limit = call.input().whole("MaxResults").orElse(USUAL_PAGE);
        List<Consumer> rest = Consumers.of(stream, call.now()).stream()
                .filter(consumer -> after.isEmpty() || consumer.name().compareTo(after.get()) > 0)
                .sorted(Comparator.comparing(Consumer::name))
                .toList();
        List<Consumer> page = rest.subList(0, Math.min(limit, rest.size()));
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put(
                "Consumers",
                page.stream()
                        .map(consumer -> shown(stream, consumer, call.now()))
                        .toList());
        out.put(
                "NextToken",
                page.size() < rest.size()
                        ? Tokens.seal(page.get(page.size() - 1).name())
                        : null);
        return out;
    }

    private Map<String, @Nullable Object> deregister(Call call) {
        Map.Entry<Stream, Consumer> found = named(call);
        Consumer consumer = found.getValue();
        Consumer ending = new Consumer(
                consumer.name(), consumer.created(), streams.phase(Phase.Status.DELETING, call.now()), consumer.tags());
        streams.save(Consumers.replace(found.getKey(), ending));
        return Map.of();
    }
}
