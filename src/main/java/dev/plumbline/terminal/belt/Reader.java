package dev.plumbline.terminal.belt;

import dev.plumbline.cloud.StreamTraffic;
import dev.plumbline.cloud.StreamTraffic.Reading;
import dev.plumbline.cloud.StreamTraffic.TrafficException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A consumer: reads every shard at its own pace, and knows its place in each. */
final class Reader {
    private final String name;
    private final int pace;
    private final boolean fromTheBeginning;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private boolean paused;

    /** How far it is in one shard. */
    private static final class Place {
        private @Nullable String iterator;
        /** The number of the last record behind it; empty at the beginning of the shard. */
        private String behind = "";
        /** How many records lay behind it before it read its first. */
        private long skipped;

        private long read;
    }

    Reader(String name, int pace, boolean fromTheBeginning) {
        this.name = name;
        this.pace = pace;
        this.fromTheBeginning = fromTheBeginning;
    }

    /** Takes its place in the shards that there are when it begins. */
    void begin(Map<String, LaneTally> lanes, StreamTraffic traffic) throws TrafficException {
        for (Map.Entry<String, LaneTally> lane : lanes.entrySet()) {
            Place place = new Place();
            if (fromTheBeginning) {
                place.iterator = traffic.fromTheBeginning(lane.getKey());
            } else {
                place.iterator = traffic.fromNow(lane.getKey());
                place.behind = lane.getValue().sequence();
                place.skipped = lane.getValue().total();
            }
            places.put(lane.getKey(), place);
        }
    }

    /** A shard was opened since: whatever is in it is new to everybody. */
    void opened(String shard, StreamTraffic traffic) throws TrafficException {
        Place place = new Place();
        place.iterator = traffic.fromTheBeginning(shard);
        places.put(shard, place);
    }

    /** Records were counted that were in the shard from the first. */
    void foundOlder(String shard, int records) {
        Place place = places.get(shard);
        if (place != null && !fromTheBeginning) {
            place.skipped += records;
        }
    }

    /** Reads one page of each shard; answers whether one came to the end of a closed shard. */
    boolean read(StreamTraffic traffic) throws TrafficException {
        boolean ended = false;
        for (Map.Entry<String, Place> entry : places.entrySet()) {
            Place place = entry.getValue();
            String iterator = place.iterator;
            if (paused || iterator == null) {
                continue;
            }
            StreamTraffic.Batch batch = traffic.read(iterator, pace);
            if (batch.reading() == Reading.EXPIRED) {
                place.iterator = place.behind.isEmpty()
                        ? traffic.fromTheBeginning(entry.getKey())
                        : traffic.after(entry.getKey(), place.behind);
                continue;
            }
            place.iterator = batch.next();
            place.read += batch.arrivals().size();
            if (!batch.arrivals().isEmpty()) {
                place.behind = batch.arrivals().get(batch.arrivals().size() - 1).sequence();
            }
            ended |= batch.next() == null;
        }
        return ended;
    }

    /** Stands still or goes on; answers whether that is any change. */
    boolean pause(boolean still) {
        boolean changed = paused != still;
        paused = still;
        return changed;
    }

    BeltPicture.ReaderState state(Map<String, LaneTally> lanes) {
        long read = 0;
        long lag = 0;
        boolean counting = false;
        for (Map.Entry<String, Place> entry : places.entrySet()) {
            Place place = entry.getValue();
            read += place.read;
            LaneTally lane = lanes.get(entry.getKey());
            if (lane != null) {
                lag += Math.max(0, lane.total() - place.skipped - place.read);
                counting |= fromTheBeginning && !lane.complete();
            }
        }
        return new BeltPicture.ReaderState(name, pace, read, lag, counting, paused);
    }
}
