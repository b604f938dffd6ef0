package dev.plumbline.sandbox.kinesis;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Locale;

/**
 * Sequence numbers: 56 digits as AWS's, rising with time in every shard. Ours are the shard's number, the time in
 * milliseconds and a count within it: what grows stands at the end, where people who shorten them look. Callers are told
 * not to read them.
 */
final class SequenceNumbers {
    /** How many of one shard may have the same time. */
    static final long MOST_AT_ONCE = 1_000_000;

    private static final String LEAD = "495" + "0".repeat(21);
    private static final int DIGITS = 56;
    private static final int SHARD_AT = LEAD.length();
    private static final int TIME_AT = 36;
    private static final int COUNT_AT = 50;

    private SequenceNumbers() {}

    static String of(Instant time, long count, int shard) {
        return String.format(Locale.ROOT, "%s%012d%014d%06d", LEAD, shard, time.toEpochMilli(), count);
    }

    /** The lowest number a shard that was opened then can give. */
    static String first(Shard shard) {
        return of(shard.opened(), 0, shard.number());
    }

    /** What a closed shard shows as its last. */
    static String last(Instant closed, Shard shard) {
        return of(closed, MOST_AT_ONCE - 1, shard.number());
    }

    static long millis(String number) {
        return Long.parseLong(number.substring(TIME_AT, COUNT_AT));
    }

    static long count(String number) {
        return Long.parseLong(number.substring(COUNT_AT));
    }

    static int shard(String number) {
        return (int) Long.parseLong(number.substring(SHARD_AT, TIME_AT));
    }

    static boolean ours(String number) {
        return number.length() == DIGITS
                && number.startsWith(LEAD)
                && number.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    static String after(String number) {
        return new BigInteger(number).add(BigInteger.ONE).toString();
    }
}
