package dev.plumbline.terminal;

import java.util.Map;
import java.util.Optional;

/**
 * How long the AWS provider itself waits, in seconds, whatever AWS answers; 0 where it does not. Of a stream its code sleeps
 * 10 s twice on a create, once on a delete or a change. Of a queue it asks again and again after a create or a change until
 * the settings have been the same for 25 s (provider 5.100.0, measured).
 *
 * @param noun what is waited for, in words
 */
record ProviderWait(String noun, int create, int change, int delete) {
    private static final Map<String, ProviderWait> KNOWN = Map.of(
            "aws_kinesis_stream", new ProviderWait("stream", 20, 10, 10),
            "aws_sqs_queue", new ProviderWait("queue", 25, 25, 0));

    /** That of a resource type; nothing where it is not known. */
    static Optional<ProviderWait> of(String type) {
        return Optional.ofNullable(KNOWN.get(type));
    }

    /** The same by an address in the state, such as {@code module.m.aws_sqs_queue.q[0]}. */
    static Optional<ProviderWait> at(String address) {
        return KNOWN.entrySet().stream()
                .filter(known ->
                        address.startsWith(known.getKey() + ".") || address.contains("." + known.getKey() + "."))
                .filter(known -> !address.contains("data." + known.getKey() + "."))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
