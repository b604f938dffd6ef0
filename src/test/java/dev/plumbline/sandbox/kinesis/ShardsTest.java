package dev.plumbline.sandbox.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** However often a stream is resized, its open shards share all hash keys, once each. */
class ShardsTest {
    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    private static void partition(Shards shards) {
        BigInteger next = BigInteger.ZERO;
        for (Shard shard : shards.open()) {
            assertThat(shard.first()).isEqualTo(next);
            next = shard.last().add(BigInteger.ONE);
        }
        assertThat(next).isEqualTo(Shard.HASHES);
    }

    @Test
    void scalesToAnyCountAndStaysWhole() {
        Random random = new Random(7);
        for (int round = 0; round < 40; round++) {
            Shards shards = Shards.even(1 + random.nextInt(12), START);
            Instant now = START;
            for (int step = 0; step < 6; step++) {
                now = now.plusSeconds(60);
                int target = 1 + random.nextInt(20);
                shards = shards.scale(target, now);
                partition(shards);
                assertThat(shards.open()).hasSize(target).allSatisfy(shard -> assertThat(shard.width()
                                .subtract(Shard.HASHES.divide(BigInteger.valueOf(target)))
                                .abs())
                        .isLessThanOrEqualTo(BigInteger.ONE));
                lineage(shards);
            }
        }
    }

    private static void lineage(Shards shards) {
        for (Shard shard : shards.all()) {
            List<Shard> parents = shard.parents().stream()
                    .map(number -> shards.find(number).orElseThrow())
                    .toList();
            assertThat(parents).allMatch(parent -> !parent.open()).hasSizeLessThanOrEqualTo(2);
            if (parents.size() == 1) {
                assertThat(parents.get(0).holds(shard.first())).isTrue();
                assertThat(parents.get(0).holds(shard.last())).isTrue();
            }
            if (!shard.open()) {
                assertThat(shards.children(shard.number())).isNotEmpty();
            }
        }
        assertThat(shards.all()).extracting(Shard::number).doesNotHaveDuplicates();
    }

    @Test
    void doublesBySplittingEachInTwo() {
        Shards doubled = Shards.even(2, START).scale(4, START);
        assertThat(doubled.all()).hasSize(6);
        assertThat(doubled.scale(2, START).all()).hasSize(8);
    }

    @Test
    void forgetsClosedShardsAfterTheRetention() {
        Shards split = Shards.even(1, START).scale(2, START.plusSeconds(10));
        Duration day = Duration.ofHours(24);
        assertThat(split.trim(day, START.plus(day)).all()).hasSize(3);
        assertThat(split.trim(day, START.plus(day).plusSeconds(10)).all()).hasSize(2);
    }
}
