package dev.plumbline.terminal.belt;

import dev.plumbline.cloud.StreamTraffic.Parcel;
import dev.plumbline.cloud.StreamTraffic.Receipt;
import dev.plumbline.text.Line;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says what became of records: each with its hash and shard, or their sums where there are many. Pure.
 *
 * @param inWords whether in sentences, for people who hear it
 */
record Receipts(Phrases phrases, boolean inWords) {
    private static final int MOST_TOLD = 10;
    private static final int KEY_COLUMN = 12;
    private static final int DATA_SHOWN = 60;

    List<Line> told(List<Parcel> parcels, List<Receipt> receipts) {
        if (receipts.size() > MOST_TOLD) {
            return sums(receipts);
        }
        List<Line> out = new ArrayList<>();
        for (int i = 0; i < receipts.size(); i++) {
            out.add(inWords ? sentence(parcels.get(i), receipts.get(i)) : row(parcels.get(i), receipts.get(i)));
        }
        return out;
    }

    private List<Line> sums(List<Receipt> receipts) {
        Map<Integer, Integer> shards = new TreeMap<>();
        int refused = 0;
        for (Receipt receipt : receipts) {
            String shard = receipt.shard();
            if (shard == null) {
                refused++;
            } else {
                String digits = shard.replaceAll("\\D", "");
                shards.merge(digits.isEmpty() ? 0 : Integer.parseInt(digits), 1, Integer::sum);
            }
        }
        List<Line> out = new ArrayList<>();
        shards.forEach(
                (shard, count) -> out.add(Line.of(phrases.say("belt.accepted", "shard", shard, "count", count))));
        if (refused > 0) {
            out.add(Line.of(phrases.say("belt.throttled", "count", refused), Tone.WAITING));
        }
        return out;
    }

    private Line row(Parcel parcel, Receipt receipt) {
        String shard = receipt.shard();
        String sequence = receipt.sequence();
        Line line = Line.of(parcel.key(), Tone.STRING)
                .column(KEY_COLUMN)
                .plus(phrases.say("belt.hash", "hash", hash(parcel)), Tone.MUTED);
        if (shard == null || sequence == null) {
            return line.plus("  " + receipt.refusal(), Tone.WAITING);
        }
        return line.plus("  → " + phrases.say("belt.shard", "name", BeltPicture.shortName(shard)))
                .plus("  " + phrases.say("belt.sequence", "number", SequenceText.of(sequence)), Tone.MUTED)
                .plus("  " + shortened(parcel.data()), Tone.STRING);
    }

    private Line sentence(Parcel parcel, Receipt receipt) {
        String shard = receipt.shard();
        String sequence = receipt.sequence();
        if (shard == null || sequence == null) {
            return Line.of(
                    phrases.say("belt.words.refused", "key", parcel.key(), "why", String.valueOf(receipt.refusal())));
        }
        return Line.of(phrases.say(
                "belt.words.record",
                "key",
                parcel.key(),
                "hash",
                hash(parcel),
                "shard",
                BeltPicture.shortName(shard),
                "number",
                sequence,
                "data",
                shortened(parcel.data())));
    }

    private static String hash(Parcel parcel) {
        return HashKey.shown(HashKey.of(parcel.key()));
    }

    /** The beginning of what may be a megabyte. */
    static String shortened(String data) {
        return data.length() <= DATA_SHOWN ? data : data.substring(0, DATA_SHOWN) + "…";
    }
}
