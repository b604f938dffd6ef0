package dev.plumbline.sandbox.kinesis;

import dev.plumbline.sandbox.store.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The records of all streams, in the order of their sequence numbers within each shard. */
final class Records {
    private static final int TRIMMED_AT_ONCE = 500;
    private final Streams streams;
    /** The last number given in a shard, by stream and shard. */
    private final Map<String, String> last = new HashMap<>();

    Records(Streams streams) {
        this.streams = streams;
    }

    /** Some records, and where to read on. */
    record Page(List<StoredRecord> records, String next, boolean more) {}

    /** Forgets what is remembered of the store. */
    void reload() {
        last.clear();
    }

    /** Appends a record and answers its sequence number. */
    String append(Stream stream, Shard shard, String partitionKey, byte[] data, Instant now) {
        Table table = streams.records(stream);
        String previous = lastNumber(stream, shard);
        Instant time = now;
        long count = 0;
        if (!previous.isEmpty() && SequenceNumbers.millis(previous) >= now.toEpochMilli()) {
            time = Instant.ofEpochMilli(SequenceNumbers.millis(previous));
            count = SequenceNumbers.count(previous) + 1;
        }
        if (count == SequenceNumbers.MOST_AT_ONCE) {
            time = time.plusMillis(1);
            count = 0;
        }
        String number = SequenceNumbers.of(time, count, shard.number());
        table.put(key(shard, number), StoredRecord.write(partitionKey, data));
        last.put(stream.id() + "/" + shard.number(), number);
        trim(stream, shard, now);
        return number;
    }

    /** The latest number given in a shard; empty where there is none. */
    String lastNumber(Stream stream, Shard shard) {
        return last.computeIfAbsent(stream.id() + "/" + shard.number(), none -> streams.records(stream)
                .lastBelow(prefix(shard) + "~")
                .filter(key -> key.startsWith(prefix(shard)))
                .map(key -> key.substring(prefix(shard).length()))
                .filter(
                        SequenceNumbers
                                ::ours) // a store may be older than the present numbers, which come behind all others
                .orElse(""));
    }

    /** Reads from a number on (inclusive), up to a count and a size. */
    Page read(Stream stream, Shard shard, String from, int limit, int bytes, Instant now) {
        String horizon = SequenceNumbers.of(now.minus(stream.settings().retention()), 0, shard.number());
        String start = from.compareTo(horizon) < 0 ? horizon : from;
        List<StoredRecord> page = new ArrayList<>();
        int size = 0;
        Iterator<Map.Entry<String, byte[]>> entries = streams.records(stream).from(key(shard, start));
        while (entries.hasNext()) {
            Map.Entry<String, byte[]> entry = entries.next();
            if (!entry.getKey().startsWith(prefix(shard))) {
                break;
            }
            StoredRecord record =
                    StoredRecord.read(entry.getKey().substring(prefix(shard).length()), entry.getValue());
            if (page.size() == limit || (!page.isEmpty() && size + record.size() > bytes)) {
                return new Page(page, record.number(), true);
            }
            page.add(record);
            size += record.size();
        }
        String next = page.isEmpty()
                ? start
                : SequenceNumbers.after(page.get(page.size() - 1).number());
        return new Page(page, next, false);
    }

    /** Removes what has outlived the retention; a bounded number, so that no call pays for a whole day. */
    private void trim(Stream stream, Shard shard, Instant now) {
        Table table = streams.records(stream);
        String horizon =
                key(shard, SequenceNumbers.of(now.minus(stream.settings().retention()), 0, shard.number()));
        Iterator<Map.Entry<String, byte[]>> entries = table.from(prefix(shard));
        for (int i = 0; i < TRIMMED_AT_ONCE && entries.hasNext(); i++) {
            String key = entries.next().getKey();
            if (key.compareTo(horizon) >= 0) {
                return;
            }
            table.remove(key);
        }
    }

    private static String prefix(Shard shard) {
        return String.format(Locale.ROOT, "%012d/", shard.number());
    }

    private static String key(Shard shard, String number) {
        return prefix(shard) + number;
    }
}
