package dev.plumbline.sandbox.kinesis;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All shards of a stream, open and closed, by number. Changing it answers a new one.
 *
 * @param all ascending by number
 * @param next the number of the next new shard
 */
record Shards(List<Shard> all, int next) {
    /** So many shards that share the hash keys evenly. */
    static Shards even(int count, Instant now) {
        List<Shard> shards = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            BigInteger last = boundary(i + 1, count).subtract(BigInteger.ONE);
            shards.add(new Shard(i, boundary(i, count), last, now, Optional.empty(), List.of()));
        }
        return new Shards(List.copyOf(shards), count);
    }

    private static BigInteger boundary(int index, int count) {
        return Shard.HASHES.multiply(BigInteger.valueOf(index)).divide(BigInteger.valueOf(count));
    }

    List<Shard> open() {
        return all.stream()
                .filter(Shard::open)
                .sorted(Comparator.comparing(Shard::first))
                .toList();
    }

    int openCount() {
        return (int) all.stream().filter(Shard::open).count();
    }

    Optional<Shard> find(int number) {
        return all.stream().filter(shard -> shard.number() == number).findFirst();
    }

    Shard holding(BigInteger hash) {
        return all.stream()
                .filter(shard -> shard.open() && shard.holds(hash))
                .findFirst()
                .orElseThrow();
    }

    List<Shard> children(int number) {
        return all.stream().filter(shard -> shard.parents().contains(number)).toList();
    }

    /** Closes a shard and opens two: below a hash key, and from it on. */
    Shards split(Shard shard, BigInteger at, Instant now) {
        List<Integer> parent = List.of(shard.number());
        return replace(
                List.of(shard),
                List.of(
                        new Shard(next, shard.first(), at.subtract(BigInteger.ONE), now, Optional.empty(), parent),
                        new Shard(next + 1, at, shard.last(), now, Optional.empty(), parent)),
                now);
    }

    /** Closes two neighbours and opens one over both ranges. */
    Shards merge(Shard shard, Shard neighbour, Instant now) {
        return replace(
                List.of(shard, neighbour),
                List.of(new Shard(
                        next,
                        shard.first().min(neighbour.first()),
                        shard.last().max(neighbour.last()),
                        now,
                        Optional.empty(),
                        List.of(shard.number(), neighbour.number()))),
                now);
    }

    private Shards replace(List<Shard> closing, List<Shard> opening, Instant now) {
        List<Shard> changed = new ArrayList<>();
        for (Shard shard : all) {
            changed.add(closing.contains(shard) ? shard.close(now) : shard);
        }
        changed.addAll(opening);
        return new Shards(List.copyOf(changed), next + opening.size());
    }

    /** UNIFORM_SCALING: splits at every boundary of the wished division, then merges what lies between two of them. */
    Shards scale(int count, Instant now) {
        Shards scaled = this;
        for (int i = 1; i < count; i++) {
            BigInteger boundary = boundary(i, count);
            Shard holder = scaled.holding(boundary);
            if (!holder.first().equals(boundary)) {
                scaled = scaled.split(holder, boundary, now);
            }
        }
        for (int i = 0; i < count; i++) {
            BigInteger from = boundary(i, count);
            BigInteger to = boundary(i + 1, count).subtract(BigInteger.ONE);
            Shard first = scaled.holding(from);
            while (first.last().compareTo(to) < 0) {
                Shard neighbour = scaled.holding(first.last().add(BigInteger.ONE));
                scaled = scaled.merge(first, neighbour, now);
                first = scaled.holding(from);
            }
        }
        return scaled;
    }

    /** Without the closed shards whose last record has outlived the retention. */
    Shards trim(Duration retention, Instant now) {
        Instant oldest = now.minus(retention);
        List<Shard> kept = all.stream()
                .filter(shard -> shard.closed().map(oldest::isBefore).orElse(true))
                .toList();
        return kept.size() == all.size() ? this : new Shards(kept, next);
    }
}
