package dev.plumbline.terminal.belt;

import dev.plumbline.cloud.StreamTraffic;
import dev.plumbline.cloud.StreamTraffic.Arrival;
import dev.plumbline.cloud.StreamTraffic.Lane;
import dev.plumbline.cloud.StreamTraffic.Parcel;
import dev.plumbline.cloud.StreamTraffic.Reading;
import dev.plumbline.cloud.StreamTraffic.TrafficException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What lies in one shard, whoever put it there. AWS has no call that says how many records a shard holds, so they are
 * counted by reading them, one page at a time; what was put from here is known at once.
 */
final class LaneTally {
    private static final int LATEST_SHOWN = 3;

    private final Deque<Parcel> latest = new ArrayDeque<>();
    /** Numbers of records that were put from here and that the count has not come to. */
    private final Set<String> uncounted = new HashSet<>();

    private Lane lane;
    private long counted;
    private String sequence = "";
    private @Nullable String place;
    private boolean complete;

    LaneTally(Lane lane, String beginning) {
        this.lane = lane;
        this.place = beginning;
    }

    /** The shard as it is now: it may have been closed. */
    void is(Lane now) {
        lane = now;
    }

    /** The records that are known to be in it. */
    long total() {
        return counted + uncounted.size();
    }

    /** Whether what was there at first has been counted to its end. */
    boolean complete() {
        return complete;
    }

    /** The number of its last known record; empty if it has none. */
    String sequence() {
        return sequence;
    }

    /** One of ours went in. */
    void took(Parcel parcel, String number) {
        uncounted.add(number);
        newest(parcel, number);
    }

    private void newest(Parcel parcel, String number) {
        latest.addFirst(parcel);
        if (latest.size() > LATEST_SHOWN) {
            latest.removeLast();
        }
        sequence = number;
    }

    /**
     * Counts on by one page.
     *
     * @return how many records of others it found
     */
    int count(StreamTraffic traffic, int most) throws TrafficException {
        String from = place;
        if (from == null) {
            return 0;
        }
        StreamTraffic.Batch page = traffic.read(from, most);
        if (page.reading() == Reading.EXPIRED) {
            place = sequence.isEmpty() ? traffic.fromTheBeginning(lane.shard()) : traffic.after(lane.shard(), sequence);
            return 0;
        }
        place = page.next();
        counted += page.arrivals().size();
        int foreign = 0;
        for (Arrival arrival : page.arrivals()) {
            if (!uncounted.remove(arrival.sequence())) {
                foreign++;
                if (uncounted.isEmpty()) {
                    newest(new Parcel(arrival.key(), arrival.data()), arrival.sequence());
                }
            }
        }
        complete |= page.reading() == Reading.DONE && (page.millisBehind() == 0 || page.next() == null);
        return foreign;
    }

    BeltPicture.LaneState state() {
        return new BeltPicture.LaneState(lane, total(), !complete, List.copyOf(latest), sequence);
    }
}
