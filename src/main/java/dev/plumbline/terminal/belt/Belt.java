package dev.plumbline.terminal.belt;

import dev.plumbline.cloud.StreamTraffic;
import dev.plumbline.cloud.StreamTraffic.Lane;
import dev.plumbline.cloud.StreamTraffic.Parcel;
import dev.plumbline.cloud.StreamTraffic.Receipt;
import dev.plumbline.cloud.StreamTraffic.TrafficException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A live stream with its shards and the consumers that read them. For one thread; {@link BeltWorker} gives it one. */
public final class Belt implements AutoCloseable {
    /** The most that is counted of a shard before the belt opens; more is counted while it runs. */
    private static final int PAGES_AT_FIRST = 4;

    private static final int LARGE_PAGE = 10_000;
    /** More than a shard takes in a second, so that the count never falls behind. */
    private static final int PAGE = 2000;

    private final String stream;
    private final StreamTraffic traffic;
    private final Map<String, LaneTally> lanes = new LinkedHashMap<>();
    private final Map<String, Reader> readers = new LinkedHashMap<>();
    private String mode = "";
    private long refused;
    private boolean silent;

    /** A belt over that traffic. */
    public Belt(String stream, StreamTraffic traffic) {
        this.stream = stream;
        this.traffic = traffic;
    }

    /** Looks at the shards, counts what is in them, and lets two consumers begin. */
    void open() throws TrafficException {
        mode = traffic.mode();
        refreshLanes();
        for (int page = 0; page < PAGES_AT_FIRST; page++) {
            count(LARGE_PAGE, false);
        }
        addReader("analytics", 500, false);
        addReader("archive", 2, false);
    }

    /** What a second brings: the count goes on, and every consumer that does not stand still reads. */
    void beat() throws TrafficException {
        count(PAGE, true);
        boolean ended = false;
        for (Reader reader : readers.values()) {
            ended |= reader.read(traffic);
        }
        if (ended) {
            refreshLanes();
        }
    }

    private void count(int most, boolean all) throws TrafficException {
        for (Map.Entry<String, LaneTally> lane : lanes.entrySet()) {
            LaneTally tally = lane.getValue();
            boolean older = !tally.complete();
            if (older || all) {
                int foreign = tally.count(traffic, most);
                if (older) {
                    readers.values().forEach(reader -> reader.foundOlder(lane.getKey(), foreign));
                }
            }
        }
    }

    private void refreshLanes() throws TrafficException {
        boolean first = lanes.isEmpty();
        for (Lane lane : traffic.lanes()) {
            LaneTally known = lanes.get(lane.shard());
            if (known != null) {
                known.is(lane);
                continue;
            }
            lanes.put(lane.shard(), new LaneTally(lane, traffic.fromTheBeginning(lane.shard())));
            if (!first) {
                for (Reader reader : readers.values()) {
                    reader.opened(lane.shard(), traffic);
                }
            }
        }
    }

    /** Puts records, in batches; tells what became of each. */
    List<Receipt> put(List<Parcel> parcels) throws TrafficException {
        List<Receipt> receipts = new ArrayList<>();
        for (int at = 0; at < parcels.size(); at += StreamTraffic.BATCH) {
            receipts.addAll(traffic.put(parcels.subList(at, Math.min(parcels.size(), at + StreamTraffic.BATCH))));
        }
        took(parcels, receipts, IntStream.range(0, receipts.size()));
        return receipts;
    }

    /** Puts records as fast as those senders can. */
    List<Receipt> put(List<Parcel> parcels, Senders senders) throws TrafficException {
        List<Receipt> receipts = senders.send(parcels, traffic);
        Comparator<Integer> asTaken =
                Comparator.comparing(i -> String.valueOf(receipts.get(i).sequence()));
        took(
                parcels,
                receipts,
                IntStream.range(0, receipts.size()).boxed().sorted(asTaken).mapToInt(i -> i));
        return receipts;
    }

    /** Notes what became of records, in the order in which AWS took them. */
    private void took(List<Parcel> parcels, List<Receipt> receipts, IntStream order) throws TrafficException {
        boolean anyRefused = false;
        for (int i : order.toArray()) {
            anyRefused |= !took(parcels.get(i), receipts.get(i));
        }
        if (anyRefused) {
            refreshLanes(); // an on-demand stream may have been given more shards for that
        }
    }

    private boolean took(Parcel parcel, Receipt receipt) throws TrafficException {
        String shard = receipt.shard();
        String sequence = receipt.sequence();
        if (shard == null || sequence == null) {
            refused++;
            return false;
        }
        if (!lanes.containsKey(shard)) {
            refreshLanes();
        }
        LaneTally lane = lanes.get(shard);
        if (lane != null) {
            lane.took(parcel, sequence);
        }
        return true;
    }

    /** A consumer joins, reading from the beginning or from now on; nothing happens if there is one of that name. */
    Optional<BeltPicture.ReaderState> addReader(String name, int pace, boolean fromTheBeginning)
            throws TrafficException {
        if (readers.containsKey(name)) {
            return Optional.empty();
        }
        refreshLanes();
        Reader reader = new Reader(name, pace, fromTheBeginning);
        reader.begin(lanes, traffic);
        readers.put(name, reader);
        return Optional.of(reader.state(lanes));
    }

    /** What came of the wish that a consumer stands still or goes on. */
    enum Pause {
        DONE,
        AS_BEFORE,
        NOBODY
    }

    /** Lets a consumer stand still or go on. */
    Pause pause(String name, boolean still) {
        Reader reader = readers.get(name);
        if (reader == null) {
            return Pause.NOBODY;
        }
        return reader.pause(still) ? Pause.DONE : Pause.AS_BEFORE;
    }

    /** How it is now. */
    BeltPicture picture() {
        return new BeltPicture(
                stream,
                mode,
                lanes.values().stream().map(LaneTally::state).toList(),
                readers.values().stream().map(reader -> reader.state(lanes)).toList(),
                refused,
                silent);
    }

    /** Whether the last call to AWS was left without any answer. */
    void silent(boolean now) {
        silent = now;
    }

    @Override
    public void close() {
        traffic.close();
    }
}
