package dev.plumbline.engine.schema;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes protobuf messages by hand. */
final class Wire {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Wire varint(long value) {
        long left = value;
        while ((left & ~0x7fL) != 0) {
            out.write((int) (left & 0x7f) | 0x80);
            left >>>= 7;
        }
        out.write((int) left);
        return this;
    }

    Wire number(int field, long value) {
        return varint((long) field << 3).varint(value);
    }

    Wire bytes(int field, byte[] value) {
        varint((long) field << 3 | 2).varint(value.length);
        out.writeBytes(value);
        return this;
    }

    Wire text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    /** A map entry whose value is some message. */
    Wire entry(int field, String key) {
        return bytes(
                field,
                new Wire()
                        .text(1, key)
                        .bytes(2, new Wire().text(9, "schema of " + key).done())
                        .done());
    }

    Wire raw(int... bytes) {
        for (int b : bytes) {
            out.write(b);
        }
        return this;
    }

    byte[] done() {
        return out.toByteArray();
    }
}
