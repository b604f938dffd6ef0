package dev.plumbline.sandbox.kinesis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A record that lies in a shard: its number, and its partition key and data in one piece of bytes. */
final class StoredRecord {
    private final String number;
    private final String partitionKey;
    private final byte[] data;

    private StoredRecord(String number, String partitionKey, byte[] data) {
        this.number = number;
        this.partitionKey = partitionKey;
        this.data = data;
    }

    static byte[] write(String partitionKey, byte[] data) {
        byte[] key = partitionKey.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Short.BYTES + key.length + data.length)
                .putShort((short) key.length)
                .put(key)
                .put(data)
                .array();
    }

    static StoredRecord read(String number, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte[] key = new byte[in.getShort()];
        in.get(key);
        byte[] data = new byte[in.remaining()];
        in.get(data);
        return new StoredRecord(number, new String(key, StandardCharsets.UTF_8), data);
    }

    String number() {
        return number;
    }

    String partitionKey() {
        return partitionKey;
    }

    byte[] data() {
        return data;
    }

    Instant arrived() {
        return Instant.ofEpochMilli(SequenceNumbers.millis(number));
    }

    int size() {
        return data.length + partitionKey.getBytes(StandardCharsets.UTF_8).length;
    }
}
