package dev.plumbline.sandbox.kinesis;

import dev.plumbline.sandbox.wire.AwsException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finding and changing the consumers of a stream. */
final class Consumers {
    private Consumers() {}

    /** Those that are not gone yet. */
    static List<Consumer> of(Stream stream, Instant now) {
        return stream.consumers().stream()
                .filter(consumer -> !consumer.phase().gone(now))
                .toList();
    }

    static Consumer byName(Stream stream, String name, Instant now) {
        return of(stream, now).stream()
                .filter(consumer -> consumer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> AwsException.of(
                        "ResourceNotFoundException",
                        "Consumer " + name + ", under stream " + stream.name() + " under account "
                                + stream.realm().account() + " not found."));
    }

    static Consumer byArn(Stream stream, String arn, Instant now) {
        return of(stream, now).stream()
                .filter(consumer -> consumer.arn(stream).equals(arn))
                .findFirst()
                .orElseThrow(() -> AwsException.of("ResourceNotFoundException", "Consumer " + arn + " not found."));
    }

    static Stream replace(Stream stream, Consumer changed) {
        List<Consumer> all = new ArrayList<>(stream.consumers());
        all.removeIf(consumer -> consumer.name().equals(changed.name()));
        all.add(changed);
        return stream.withConsumers(all);
    }
}
