package dev.plumbline.cohort.intake;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads a tar entry by entry: the ustar form, with the long names of GNU tar and the extended headers of pax (POSIX.1-2001,
 * "pax Interchange Format").
 */
final class TarReader {
    private static final int BLOCK = 512;
    private static final int LONGEST_HEADER = 64 << 10;

    /** What an entry is. */
    enum Kind {
        FILE,
        FOLDER,
        LINK,
        OTHER
    }

    private final InputStream in;
    private final Map<String, String> extended = new HashMap<>();
    private final byte[] header = new byte[BLOCK];
    private long left;
    private long padding;
    private long unpacked;
    private String name = "";
    private String target = "";
    private char type = '0';

    TarReader(InputStream in) {
        this.in = in;
    }

    String name() {
        return name;
    }

    /** Where a link leads, relative to the archive's top. */
    String target() {
        if (type == '1' || target.startsWith("/")) {
            return target; // a hard link names its target from the top
        }
        int slash = name.lastIndexOf('/');
        return resolved((slash < 0 ? "" : name.substring(0, slash + 1)) + target);
    }

    /** Without the steps back that stay inside. */
    private static String resolved(String path) {
        String before;
        String after = path;
        do {
            before = after;
            after = before.replaceFirst("(?:^|(?<=/))(?!\\.\\./)[^/]+/\\.\\./", "");
        } while (!after.equals(before));
        return after;
    }

    Kind kind() {
        return switch (type) {
            case '0', '\0', '7' -> name.endsWith("/") ? Kind.FOLDER : Kind.FILE;
            case '5' -> Kind.FOLDER;
            case '1', '2' -> Kind.LINK;
            default -> Kind.OTHER;
        };
    }

    /** What an entry of another kind is, in words. */
    String what() {
        return switch (type) {
            case '3', '4' -> "a device";
            case '6' -> "a pipe";
            default -> "an entry of the kind '" + SafeName.shown(Character.toString(type)) + "'";
        };
    }

    /** Goes to the next entry; false at the end. */
    boolean next() throws IOException {
        extended.clear();
        while (true) {
            skip(left + padding);
            if (!readHeader()) {
                return false;
            }
            left = size();
            padding = (BLOCK - left % BLOCK) % BLOCK;
            type = (char) (header[156] & 0xFF);
            if (type == 'L' || type == 'K') {
                extended.put(type == 'L' ? "path" : "linkpath", cut(new String(meta(), StandardCharsets.UTF_8)));
            } else if (type == 'x') {
                pax(new String(meta(), StandardCharsets.UTF_8));
            } else if (type != 'g') {
                String prefix = isUstar() ? text(345, 155) : "";
                String plain = (prefix.isEmpty() ? "" : prefix + "/") + text(0, 100);
                name = extended.getOrDefault("path", plain);
                target = extended.getOrDefault("linkpath", text(157, 100));
                return true;
            }
        }
    }

    private boolean isUstar() {
        return text(257, 6).startsWith("ustar") && header[262] == 0;
    }

    private boolean readHeader() throws IOException {
        int count = in.readNBytes(header, 0, BLOCK);
        unpacked += count;
        if (count == 0 || isZero()) {
            return false;
        }
        if (count < BLOCK || !isChecked()) {
            throw new IOException("it is not a tar archive, or it is damaged");
        }
        return true;
    }

    private boolean isZero() {
        for (byte one : header) {
            if (one != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isChecked() throws IOException {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xFF;
        }
        return sum == number(148, 8);
    }

    private long size() throws IOException {
        String said = extended.get("size");
        long size;
        try {
            size = said == null ? number(124, 12) : Long.parseLong(said);
        } catch (NumberFormatException wrong) {
            throw new IOException("it is not a tar archive, or it is damaged", wrong);
        }
        if (size < 0 || size > Limits.MOST_UNPACKED) {
            throw new IOException("it holds a file of " + size + " bytes");
        }
        return size;
    }

    /** Octal, or base 256 where the first bit is set. */
    private long number(int from, int length) throws IOException {
        if ((header[from] & 0x80) != 0) {
            long value = header[from] & 0x7F;
            for (int i = 1; i < length; i++) {
                value = value << 8 | (header[from + i] & 0xFF);
            }
            return value;
        }
        String digits = text(from, length).strip();
        try {
            return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
        } catch (NumberFormatException wrong) {
            throw new IOException("it is not a tar archive, or it is damaged", wrong);
        }
    }

    private String text(int from, int length) {
        return cut(new String(header, from, length, StandardCharsets.UTF_8));
    }

    private static String cut(String text) {
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    private byte[] meta() throws IOException {
        if (left > LONGEST_HEADER) {
            throw new IOException("it has a header of " + left + " bytes");
        }
        return content().readAllBytes();
    }

    /** Records of the form {@code LENGTH KEY=VALUE\n}. */
    private void pax(String records) {
        for (String record : records.split("\n", -1)) {
            int space = record.indexOf(' ');
            int equals = record.indexOf('=', space + 1);
            if (space > 0 && equals > 0) {
                extended.put(record.substring(space + 1, equals), record.substring(equals + 1));
            }
        }
    }

    /** The bytes of the entry; what is not read is passed over. */
    InputStream content() {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                if (left == 0) {
                    return -1;
                }
                int count = super.read(bytes, offset, (int) Math.min(length, left));
                if (count < 0) {
                    throw new EOFException("it ends in the middle of a file");
                }
                left -= count;
                unpacked += count;
                return count;
            }

            @Override
            public void close() {
                // the archive goes on
            }
        };
    }

    private void skip(long bytes) throws IOException {
        unpacked += bytes;
        if (unpacked > Limits.MOST_UNPACKED) {
            throw new IOException("it unpacks to more than " + (Limits.MOST_UNPACKED >> 20) + " MiB");
        }
        in.skipNBytes(bytes);
        left = 0;
        padding = 0;
    }
}
