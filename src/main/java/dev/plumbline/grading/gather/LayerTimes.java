package dev.plumbline.grading.gather;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** How long each layer of a run took to gather, in milliseconds; layers may be gathered side by side. */
final class LayerTimes {
    private final Map<String, Long> millis = new LinkedHashMap<>();
    private final long started = System.nanoTime();

    <T> T timed(String layer, Supplier<T> work) {
        long begin = System.nanoTime();
        T result = work.get();
        add(layer, (System.nanoTime() - begin) / 1_000_000);
        return result;
    }

    synchronized void add(String layer, long time) {
        millis.merge(layer, time, Long::sum);
    }

    /** Those of the layers, and {@code total} since the run began, which is less than their sum. */
    synchronized Map<String, Long> all() {
        Map<String, Long> all = new LinkedHashMap<>(millis);
        all.put("total", (System.nanoTime() - started) / 1_000_000);
        return all;
    }
}
