package dev.plumbline.terminal.belt;

import dev.plumbline.cloud.StreamTraffic.Receipt;
import dev.plumbline.cloud.StreamTraffic.TrafficException;
import dev.plumbline.text.Line;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Tone;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * Half as much again as all shards of the beginning take, with many keys, for some seconds: long enough to see what
 * on-demand does about it.
 */
final class Flood {
    /** Records a second that one shard takes (Kinesis Data Streams developer guide, quotas and limits). */
    static final int A_SHARD_TAKES = 1000;

    private static final int SLICES = 10;
    private static final int MOST_A_SECOND = 15_000;
    private static final Duration SLICE = Duration.ofMillis(1000 / SLICES);

    private final Belt belt;
    private final BeltTime time;
    private final Phrases phrases;
    private final Random random;

    Flood(Belt belt, BeltTime time, Phrases phrases, Random random) {
        this.belt = belt;
        this.time = time;
        this.phrases = phrases;
        this.random = random;
    }

    /**
     * How it went.
     *
     * @param lastRefused what was refused in the last second
     * @param shards the open shards at its end
     */
    record Outcome(int seconds, long sent, long refused, long lastRefused, int shardsBefore, int shards) {}

    /** Sends for so many seconds, or until there is a hurry; tells every second how it goes. */
    Outcome run(int seconds) throws TrafficException {
        int before = belt.picture().open().size();
        int each = Math.min(MOST_A_SECOND, before * A_SHARD_TAKES * 3 / 2) / SLICES;
        Outcome outcome = new Outcome(0, 0, 0, 0, before, before);
        boolean goesOn = true;
        while (goesOn && outcome.seconds() < seconds) {
            long sent = 0;
            long refused = 0;
            for (int slice = 0; goesOn && slice < SLICES; slice++) {
                long since = time.nanos();
                List<Receipt> receipts = belt.put(BeltScript.manyKeys(each, random));
                sent += receipts.size();
                refused += receipts.stream().filter(r -> r.shard() == null).count();
                Duration left = SLICE.minusNanos(time.nanos() - since);
                goesOn = time.rest(left.isNegative() ? Duration.ZERO : left);
            }
            int shards = belt.picture().open().size();
            outcome = new Outcome(
                    outcome.seconds() + 1, outcome.sent() + sent, outcome.refused() + refused, refused, before, shards);
            time.passed(List.of(Line.of(
                    phrases.say(
                            "belt.flood-second",
                            "second",
                            outcome.seconds(),
                            "sent",
                            sent,
                            "refused",
                            refused,
                            "shards",
                            shards),
                    refused > 0 ? Tone.WAITING : Tone.PLAIN)));
        }
        return outcome;
    }
}
