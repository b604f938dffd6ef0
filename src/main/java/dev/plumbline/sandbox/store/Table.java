package dev.plumbline.sandbox.store;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** A sorted table of bytes by text key. Changes are kept by the next {@link Store#commit()}. */
public interface Table {
    /** The bytes under a key. */
    Optional<byte[]> get(String key);

    /** Writes bytes under a key. */
    void put(String key, byte[] value);

    /** Removes a key, which need not exist. */
    void remove(String key);

    /** The entries from a key on (inclusive), ascending. Does not see later changes. */
    Iterator<Map.Entry<String, byte[]>> from(String key);

    /** The last key below another. */
    Optional<String> lastBelow(String key);

    /** How many entries there are. */
    long size();
}
