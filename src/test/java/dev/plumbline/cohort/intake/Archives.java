package dev.plumbline.cohort.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes archives, bad ones too: no name is looked at. */
public final class Archives {
    private Archives() {}

    /** A zip of these files. */
    public static Path zip(Path file, Map<String, String> files) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> one : files.entrySet()) {
                out.putNextEntry(new ZipEntry(one.getKey()));
                out.write(one.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    /** A zip of one file of so many spaces. */
    static Path zipOf(Path file, String name, int bytes) throws IOException {
        return zip(file, Map.of(name, " ".repeat(bytes)));
    }

    static Path tarGz(Path file, Map<String, String> files) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> one : files.entrySet()) {
                byte[] bytes = one.getValue().getBytes(StandardCharsets.UTF_8);
                out.write(header(one.getKey(), bytes.length, '0', ""));
                out.write(bytes);
                out.write(new byte[(512 - bytes.length % 512) % 512]);
            }
            out.write(new byte[1024]);
        }
        return file;
    }

    /** A tar with one entry of a kind and a link target. */
    static Path tarWith(Path file, String name, char type, String target) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(header(name, 0, type, target));
            out.write(new byte[1024]);
        }
        return file;
    }

    private static byte[] header(String name, int size, char type, String target) {
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 100, "0000644\0");
        put(header, 124, String.format("%011o\0", size));
        put(header, 148, "        ");
        header[156] = (byte) type;
        put(header, 157, target);
        put(header, 257, "ustar\0");
        put(header, 263, "00");
        int sum = 0;
        for (byte one : header) {
            sum += one & 0xFF;
        }
        put(header, 148, String.format("%06o\0 ", sum));
        return header;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, Math.min(bytes.length, 100));
    }
}
