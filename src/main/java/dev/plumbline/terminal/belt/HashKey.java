package dev.plumbline.terminal.belt;

import dev.plumbline.cloud.StreamTraffic.Lane;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/**
 * Where a partition key leads: Kinesis takes the MD5 of the key as a number of 128 bits, and the shard whose range holds
 * it (Kinesis Data Streams developer guide, key concepts: partition key).
 */
public final class HashKey {
    private static final int BITS_SHOWN = 16;

    private HashKey() {}

    /** The hash of a key. */
    public static BigInteger of(String key) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            return new BigInteger(1, md5.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The lane that a key leads to. */
    public static Optional<Lane> lane(String key, List<Lane> lanes) {
        BigInteger hash = of(key);
        return lanes.stream()
                .filter(lane -> lane.from().compareTo(hash) <= 0 && hash.compareTo(lane.to()) <= 0)
                .findFirst();
    }

    /** The first four hexadecimal digits of a hash: enough to see which range it falls into. */
    public static String shown(BigInteger hash) {
        return String.format(
                java.util.Locale.ROOT, "%04x", hash.shiftRight(128 - BITS_SHOWN).intValue());
    }
}
