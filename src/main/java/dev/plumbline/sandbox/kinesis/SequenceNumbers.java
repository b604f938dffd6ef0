package dev.plumbline.sandbox.kinesis;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Locale;

/**
 * Sequence numbers: 56 digits as AWS's, rising with time in every shard. Ours are the time in milliseconds, a count within
 * it and the shard's number; callers are told not to read them.
 */
final class SequenceNumbers {
    private static final String LEAD = "49";
    private static final int DIGITS = 56;

    private SequenceNumbers() {}

    static String of(Instant time, long count, int shard) {
        return String.format(Locale.ROOT, "%s%014d%028d%012d", LEAD, time.toEpochMilli(), count, shard);
    }

    /** The lowest number a shard that was opened then can give. */
    static String first(Shard shard) {
        return of(shard.opened(), 0, shard.number());
    }

    /** What a closed shard shows as its last. */
    static String last(Instant closed, Shard shard) {
        return of(closed, 999_999_999L, shard.number());
    }

    static long millis(String number) {
        return Long.parseLong(number.substring(LEAD.length(), LEAD.length() + 14));
    }

    static long count(String number) {
        return Long.parseLong(number.substring(LEAD.length() + 14, DIGITS - 12));
    }

    static int shard(String number) {
        return (int) Long.parseLong(number.substring(DIGITS - 12));
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
