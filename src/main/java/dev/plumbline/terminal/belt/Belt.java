package dev.plumbline.terminal.belt;

import dev.plumbline.cloud.StreamTraffic;
import dev.plumbline.cloud.StreamTraffic.Lane;
import dev.plumbline.cloud.StreamTraffic.Parcel;
import dev.plumbline.cloud.StreamTraffic.Receipt;
import dev.plumbline.cloud.StreamTraffic.TrafficException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts records and lets consumers read, on a thread of its own; tells a picture whenever something has moved. */
public final class Belt implements AutoCloseable {
    private static final int LATEST_SHOWN = 5;
    private static final long BEAT_MILLIS = 1000;
    private static final long PATIENCE_SECONDS = 5;

    private final String stream;
    private final StreamTraffic traffic;
    private final Consumer<BeltPicture> moved;
    private final Consumer<String> trouble;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "belt");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, LaneCount> lanes = new LinkedHashMap<>();
    private final Map<String, Reader> readers = new LinkedHashMap<>();
    private @Nullable ScheduledFuture<?> beat;
    private String mode = "";
    private long refused;

    /**
     * A belt over that traffic.
     *
     * @param moved told on the belt's thread when the picture is another
     * @param trouble told what AWS said when a call failed
     */
    public Belt(String stream, StreamTraffic traffic, Consumer<BeltPicture> moved, Consumer<String> trouble) {
        this.stream = stream;
        this.traffic = traffic;
        this.moved = moved;
        this.trouble = trouble;
    }

    /** One call after another. */
    @FunctionalInterface
    private interface Step {
        void run() throws TrafficException;
    }

    /** Looks at the shards and lets consumers read from now on, once a second. */
    public void start() {
        later(() -> {
            mode = traffic.mode();
            refreshLanes();
        });
        addReader("analytics", 500, false);
        addReader("archive", 2, false);
        beat = worker.scheduleWithFixedDelay(
                () -> safely(this::readAll), BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void refreshLanes() throws TrafficException {
        for (Lane lane : traffic.lanes()) {
            if (lane.open()) {
                lanes.computeIfAbsent(lane.shard(), shard -> new LaneCount(lane));
            }
        }
    }

    /**
     * Puts records, in batches.
     *
     * @param done told what became of each
     */
    public void put(List<Parcel> parcels, Consumer<List<Receipt>> done) {
        later(() -> {
            List<Receipt> receipts = new ArrayList<>();
            for (int at = 0; at < parcels.size(); at += StreamTraffic.BATCH) {
                receipts.addAll(traffic.put(parcels.subList(at, Math.min(parcels.size(), at + StreamTraffic.BATCH))));
            }
            for (int i = 0; i < receipts.size(); i++) {
                count(parcels.get(i), receipts.get(i));
            }
            done.accept(receipts);
        });
    }

    private void count(Parcel parcel, Receipt receipt) throws TrafficException {
        String shard = receipt.shard();
        if (shard == null) {
            refused++;
            return;
        }
        if (!lanes.containsKey(shard)) {
            refreshLanes();
        }
        LaneCount lane = lanes.get(shard);
        if (lane != null) {
            lane.took(parcel.key(), receipt.sequence());
        }
    }

    /** A consumer joins, reading from the beginning or from now on. */
    public void addReader(String name, int pace, boolean fromTheBeginning) {
        later(() -> {
            Reader reader = new Reader(name, pace);
            refreshLanes();
            for (String shard : lanes.keySet()) {
                reader.places.put(shard, fromTheBeginning ? traffic.fromTheBeginning(shard) : traffic.fromNow(shard));
            }
            reader.expectedBefore = fromTheBeginning ? 0 : total();
            readers.put(name, reader);
        });
    }

    /** Tells the picture once what was asked for before is done. */
    public void look(Consumer<BeltPicture> told) {
        later(() -> told.accept(picture()));
    }

    /** Lets a consumer stand still or go on; nothing happens if there is none of that name. */
    public void pause(String name, boolean still) {
        later(() -> {
            Reader reader = readers.get(name);
            if (reader != null) {
                reader.paused = still;
            }
        });
    }

    private long total() {
        return lanes.values().stream().mapToLong(lane -> lane.count).sum();
    }

    private void readAll() throws TrafficException {
        for (Reader reader : readers.values()) {
            if (!reader.paused) {
                read(reader);
            }
        }
    }

    private void read(Reader reader) throws TrafficException {
        for (Map.Entry<String, @Nullable String> place : reader.places.entrySet()) {
            String iterator = place.getValue();
            if (iterator != null) {
                StreamTraffic.Batch batch = traffic.read(iterator, reader.pace);
                reader.read += batch.arrivals().size();
                place.setValue(batch.next());
            }
        }
    }

    private void later(Step step) {
        if (!worker.isShutdown()) {
            worker.execute(() -> safely(step));
        }
    }

    private void safely(Step step) {
        try {
            step.run();
        } catch (TrafficException refusal) {
            trouble.accept(refusal.text());
        }
        moved.accept(picture());
    }

    private BeltPicture picture() {
        long total = total();
        return new BeltPicture(
                stream,
                mode,
                lanes.values().stream().map(LaneCount::state).toList(),
                readers.values().stream().map(reader -> reader.state(total)).toList(),
                refused);
    }

    @Override
    public void close() {
        ScheduledFuture<?> beating = beat;
        if (beating != null) {
            beating.cancel(false);
        }
        worker.shutdown(); // what was asked for before is still done
        try {
            if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        traffic.close();
    }

    private static final class LaneCount {
        private final Lane lane;
        private final Deque<String> latest = new ArrayDeque<>();
        private long count;
        private String sequence = "";

        LaneCount(Lane lane) {
            this.lane = lane;
        }

        void took(String key, @Nullable String number) {
            count++;
            latest.addLast(key);
            if (latest.size() > LATEST_SHOWN) {
                latest.removeFirst();
            }
            if (number != null) {
                sequence = number;
            }
        }

        BeltPicture.LaneState state() {
            return new BeltPicture.LaneState(lane, count, List.copyOf(latest), sequence);
        }
    }

    private static final class Reader {
        private final String name;
        private final int pace;
        private final Map<String, @Nullable String> places = new LinkedHashMap<>();
        private long expectedBefore;
        private long read;
        private boolean paused;

        Reader(String name, int pace) {
            this.name = name;
            this.pace = pace;
        }

        /** The lag counts what this belt put; records of others may make a consumer read more than that. */
        BeltPicture.ReaderState state(long total) {
            return new BeltPicture.ReaderState(name, pace, read, Math.max(0, total - expectedBefore - read), paused);
        }
    }
}
