package dev.plumbline.sandbox.store;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.h2.mvstore.Cursor;

/** A table as one map of the store; looked up anew each time, so that it outlives a reopened file. */
final class MapTable implements Table {
    private final Store store;
    private final String name;

    MapTable(Store store, String name) {
        this.store = store;
        this.name = name;
    }

    @Override
    public Optional<byte[]> get(String key) {
        return store.run(() -> Optional.ofNullable(store.map(name).get(key)));
    }

    @Override
    public void put(String key, byte[] value) {
        store.run(() -> Optional.ofNullable(store.map(name).put(key, value)));
    }

    @Override
    public void remove(String key) {
        store.run(() -> Optional.ofNullable(store.map(name).remove(key)));
    }

    @Override
    public Iterator<Map.Entry<String, byte[]>> from(String key) {
        Cursor<String, byte[]> cursor = store.run(() -> store.map(name).cursor(key));
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return store.run(cursor::hasNext);
            }

            @Override
            public Map.Entry<String, byte[]> next() {
                String next = store.run(cursor::next);
                return Map.entry(next, cursor.getValue());
            }
        };
    }

    @Override
    public Optional<String> lastBelow(String key) {
        return store.run(() -> Optional.ofNullable(store.map(name).lowerKey(key)));
    }

    @Override
    public long size() {
        return store.run(() -> store.map(name).sizeAsLong());
    }
}
