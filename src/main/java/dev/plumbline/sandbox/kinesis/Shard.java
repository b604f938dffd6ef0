package dev.plumbline.sandbox.kinesis;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A shard: a range of hash keys for a span of time. A split or merge closes it and opens its children.
 *
 * @param number what its id is made of; never used twice in a stream
 * @param first the lowest hash key
 * @param last the highest hash key, inclusive
 * @param opened when it began
 * @param closed when it stopped taking records
 * @param parents none, the shard it was split from, or the two it was merged from
 */
record Shard(
        int number,
        BigInteger first,
        BigInteger last,
        Instant opened,
        Optional<Instant> closed,
        List<Integer> parents) {
    /** Hash keys are MD5 sums: 0 to 2^128 - 1. */
    static final BigInteger HASHES = BigInteger.ONE.shiftLeft(128);

    static String id(int number) {
        return String.format(Locale.ROOT, "shardId-%012d", number);
    }

    String id() {
        return id(number);
    }

    boolean open() {
        return closed.isEmpty();
    }

    boolean holds(BigInteger hash) {
        return first.compareTo(hash) <= 0 && last.compareTo(hash) >= 0;
    }

    Shard close(Instant now) {
        return new Shard(number, first, last, opened, Optional.of(now), parents);
    }

    BigInteger width() {
        return last.subtract(first).add(BigInteger.ONE);
    }
}
