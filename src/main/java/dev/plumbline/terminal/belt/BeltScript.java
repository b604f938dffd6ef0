package dev.plumbline.terminal.belt;

import dev.plumbline.cloud.StreamTraffic.Parcel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What producers send. Pure. */
final class BeltScript {
    /** Enough to overrun one shard, which takes 1,000 records a second, even where a call takes its time. */
    static final int BURST = 3000;

    private static final List<String> PRODUCERS = List.of("web", "sensor", "app");
    private static final int DEVICES = 100_000;

    private BeltScript() {}

    /** Records as web servers, sensors and mobile apps would send them. */
    static List<Parcel> generate(int count, Random random) {
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

    /** So many records of as many keys as there are devices in the world: no shard gets much more than its share. */
    static List<Parcel> manyKeys(int count, Random random) {
        List<Parcel> parcels = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            parcels.add(new Parcel("device-" + random.nextInt(DEVICES), "{\"number\":" + i + "}"));
        }
        return parcels;
    }

    /** So many records of one key. */
    static List<Parcel> sameKey(int count, String key) {
        List<Parcel> parcels = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            parcels.add(new Parcel(key, "{\"number\":" + i + "}"));
        }
        return parcels;
    }
}
