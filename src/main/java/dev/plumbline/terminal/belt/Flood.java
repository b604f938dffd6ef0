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
 * on-demand does about it. Seconds are those of the clock: on a machine that is busy less may be sent in one.
 */
final class Flood {
    /** Records a second that one shard takes (Kinesis Data Streams developer guide, quotas and limits). */
    static final int A_SHARD_TAKES = 1000;

    private static final int MOST_A_SECOND = 15_000;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long SLICE = SECOND / 10;

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
     * @param seconds how long it took by the clock
     * @param shards the open shards at its end
     */
    record Outcome(double seconds, long sent, long refused, int shardsBefore, int shards) {
        /** Records a second. */
        double rate() {
            return seconds > 0 ? sent / seconds : 0;
        }

        private Outcome and(long more, long moreRefused) {
            return new Outcome(seconds, sent + more, refused + moreRefused, shardsBefore, shards);
        }

        private Outcome at(double now, int open) {
            return new Outcome(now, sent, refused, shardsBefore, open);
        }
    }

    /** Sends for so many seconds, or until there is a hurry; tells every second how it goes. */
    Outcome run(int seconds) throws TrafficException {
        int before = belt.picture().open().size();
        Outcome outcome = new Outcome(0, 0, 0, before, before);
        long began = time.nanos();
        boolean goesOn = true;
        try (Senders senders = new Senders()) {
            // A second that has half gone by in the last call is not begun any more.
            while (goesOn && outcome.seconds() < seconds - 0.5) {
                Outcome next = outcome;
                long second = time.nanos();
                while (goesOn && time.nanos() - second < SECOND) {
                    int due = due(before, time.nanos() - began, next.sent());
                    if (due > 0) {
                        List<Receipt> receipts = belt.put(BeltScript.manyKeys(due, random), senders);
                        next = next.and(
                                receipts.size(),
                                receipts.stream().filter(r -> r.shard() == null).count());
                    }
                    goesOn = time.rest(untilNextSlice(time.nanos() - began));
                }
                next = next.at(
                        (time.nanos() - began) / (double) SECOND,
                        belt.picture().open().size());
                tell(next, outcome);
                outcome = next;
            }
        }
        return outcome;
    }

    /** What is to be sent by the end of this slice of time, the arrears of slower ones included, but for a huge heap. */
    private static int due(int shards, long soFar, long sent) {
        long aSecond = Math.min(MOST_A_SECOND, 3L * A_SHARD_TAKES * shards / 2);
        long byEndOfSlice = aSecond * (soFar / SLICE + 1) * SLICE / SECOND;
        return (int) Math.max(0, Math.min(aSecond / 2, byEndOfSlice - sent));
    }

    private static Duration untilNextSlice(long soFar) {
        return Duration.ofNanos(SLICE - soFar % SLICE);
    }

    private void tell(Outcome now, Outcome before) {
        long refused = now.refused() - before.refused();
        time.passed(List.of(Line.of(
                phrases.say(
                        "belt.flood-second",
                        "second",
                        Math.max(1, Math.round(now.seconds())),
                        "sent",
                        now.sent() - before.sent(),
                        "refused",
                        refused,
                        "shards",
                        now.shards()),
                refused > 0 ? Tone.WAITING : Tone.PLAIN)));
    }
}
