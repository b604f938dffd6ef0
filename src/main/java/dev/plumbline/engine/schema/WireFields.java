package dev.plumbline.engine.schema;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** The top-level fields of a protobuf message, found without knowing its definition. */
final class WireFields {
    private static final int LENGTH_DELIMITED = 2;

    /**
     * One field where it lies in the message.
     *
     * @param number its number in the definition
     * @param start where its tag begins
     * @param body where its content begins, for a length-delimited field; otherwise where its value begins
     * @param end one past its last byte
     * @param delimited whether it is length-delimited: a string, bytes, a message, a map entry
     */
    record Field(int number, int start, int body, int end, boolean delimited) {}

    private final byte[] bytes;
    private final int limit;
    private int at;

    private WireFields(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.limit = to;
    }

    /** The fields between two offsets, in order. */
    static List<Field> of(byte[] bytes, int from, int to) throws MalformedMessage {
        WireFields reader = new WireFields(bytes, from, to);
        List<Field> fields = new ArrayList<>();
        while (reader.at < to) {
            fields.add(reader.next());
        }
        return fields;
    }

    /** A length-delimited field, written. */
    static byte[] delimited(int number, byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + 6);
        out.write(number << 3 | LENGTH_DELIMITED); // one byte: the numbers of the protocol are below 16
        int length = body.length;
        while (length > 0x7f) {
            out.write((length & 0x7f) | 0x80);
            length >>>= 7;
        }
        out.write(length);
        out.writeBytes(body);
        return out.toByteArray();
    }

    private Field next() throws MalformedMessage {
        int start = at;
        long tag = varint();
        long number = tag >>> 3;
        if (number < 1 || number > 0x1fff_ffff) {
            throw new MalformedMessage("field number " + number + " at byte " + start);
        }
        int wireType = (int) (tag & 7);
        int body = at;
        switch (wireType) {
            case 0 -> varint();
            case 1 -> skip(8);
            case LENGTH_DELIMITED -> {
                long length = varint();
                body = at;
                skip(length);
            }
            case 5 -> skip(4);
            default -> throw new MalformedMessage("wire type " + wireType + " at byte " + start);
        }
        return new Field((int) number, start, body, at, wireType == LENGTH_DELIMITED);
    }

    private void skip(long length) throws MalformedMessage {
        if (length < 0 || length > limit - at) {
            throw new MalformedMessage(length + " bytes wanted at byte " + at + ", " + (limit - at) + " left");
        }
        at += (int) length;
    }

    private long varint() throws MalformedMessage {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at >= limit) {
                throw new MalformedMessage("ends within a number at byte " + at);
            }
            byte next = bytes[at++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new MalformedMessage("number of more than 64 bits at byte " + at);
    }
}
