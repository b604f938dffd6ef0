package dev.plumbline.terminal.belt;

import dev.plumbline.cloud.StreamTraffic.Parcel;
import dev.plumbline.cloud.StreamTraffic.Receipt;
import dev.plumbline.text.Line;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What producers send, and how it is said what became of it. Pure. */
public final class BeltScript {
    /** Enough to overrun one shard, which takes 1,000 records a second. */
    public static final int BURST = 1500;

    private static final int MOST_TOLD = 10;
    private static final List<String> PRODUCERS = List.of("web", "sensor", "app");

    private BeltScript() {}

    /** Records as web servers, sensors and mobile apps would send them. */
    public static List<Parcel> generate(int count, Random random) {
        List<Parcel> parcels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String producer = PRODUCERS.get(random.nextInt(PRODUCERS.size()));
            String data =
                    switch (producer) {
                        case "web" -> "{\"click\":\"/page/" + random.nextInt(100) + "\"}";
                        case "sensor" -> "{\"celsius\":" + (150 + random.nextInt(100)) / 10.0 + "}";
                        default -> "{\"order\":" + random.nextInt(10_000) + "}";
                    };
            parcels.add(new Parcel(producer + "-" + (1 + random.nextInt(20)), data));
        }
        return parcels;
    }

    /** So many records of one key. */
    public static List<Parcel> sameKey(int count, String key) {
        List<Parcel> parcels = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            parcels.add(new Parcel(key, "{\"number\":" + i + "}"));
        }
        return parcels;
    }

    /** Each record with its hash and shard, or their sums where there are many. */
    public static List<Line> told(List<Parcel> parcels, List<Receipt> receipts, Phrases phrases) {
        List<Line> out = new ArrayList<>();
        if (receipts.size() <= MOST_TOLD) {
            for (int i = 0; i < receipts.size(); i++) {
                out.add(one(parcels.get(i), receipts.get(i), phrases));
            }
            return out;
        }
        Map<String, Integer> shards = new TreeMap<>();
        int refused = 0;
        for (Receipt receipt : receipts) {
            String shard = receipt.shard();
            if (shard == null) {
                refused++;
            } else {
                shards.merge(shard.replaceFirst("^shardId-0*(?=\\d)", ""), 1, Integer::sum);
            }
        }
        shards.forEach(
                (shard, count) -> out.add(Line.of(phrases.say("belt.accepted", "shard", shard, "count", count))));
        if (refused > 0) {
            out.add(Line.of(phrases.say("belt.throttled", "count", refused), Tone.WAITING));
        }
        return out;
    }

    private static Line one(Parcel parcel, Receipt receipt, Phrases phrases) {
        String shard = receipt.shard();
        String sequence = receipt.sequence();
        Line line = Line.of(parcel.key(), Tone.STRING)
                .pad(12)
                .plus(phrases.say("belt.hash", "hash", HashKey.shown(HashKey.of(parcel.key()))), Tone.MUTED);
        if (shard == null || sequence == null) {
            return line.plus("  " + receipt.refusal(), Tone.WAITING);
        }
        return line.plus("  → " + phrases.say("belt.shard", "name", shard.replaceFirst("^shardId-0*(?=\\d)", "")))
                .plus("  " + phrases.say("belt.sequence", "number", SequenceText.of(sequence)), Tone.MUTED);
    }
}
