package dev.plumbline.sandbox.kinesis;

import dev.plumbline.sandbox.wire.AwsException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/**
 * A place in a shard to read from. Callers see it sealed; it needs no memory here, so it outlives a change of the serving
 * process.
 *
 * @param streamId the stream's own id: an iterator of a deleted namesake is no good
 * @param position the lowest sequence number that is still to come
 * @param issued when it was given; five minutes later it is refused
 */
record ShardIterator(String stream, String streamId, int shard, String position, Instant issued) {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final String MARK = "iterator";
    private static final DateTimeFormatter AWS_TIME = DateTimeFormatter.ofPattern(
                    "EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    String seal() {
        String text = String.join(
                "/", MARK, stream, streamId, String.valueOf(shard), position, String.valueOf(issued.toEpochMilli()));
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static ShardIterator open(String sealed, Instant now) {
        ShardIterator iterator = parse(sealed);
        if (iterator.issued.isAfter(now)) {
            throw invalid();
        }
        if (iterator.issued.plus(LIFE).isBefore(now)) {
            throw AwsException.of(
                    "ExpiredIteratorException",
                    "Iterator expired. The iterator was created at time " + AWS_TIME.format(iterator.issued)
                            + " while right now it is " + AWS_TIME.format(now)
                            + " which is further in the future than the tolerated delay of " + LIFE.toMillis()
                            + " milliseconds.");
        }
        return iterator;
    }

    private static ShardIterator parse(String sealed) {
        try {
            String[] parts = new String(Base64.getDecoder().decode(sealed), StandardCharsets.UTF_8).split("/", -1);
            if (parts.length == 6 && parts[0].equals(MARK) && SequenceNumbers.ours(parts[4])) {
                return new ShardIterator(
                        parts[1],
                        parts[2],
                        Integer.parseInt(parts[3]),
                        parts[4],
                        Instant.ofEpochMilli(Long.parseLong(parts[5])));
            }
        } catch (IllegalArgumentException forged) {
            throw invalid();
        }
        throw invalid();
    }

    private static RuntimeException invalid() {
        return Errors.argument("Invalid ShardIterator.");
    }
}
