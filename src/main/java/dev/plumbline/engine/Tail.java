package dev.plumbline.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Empties a child's standard error and keeps its end. */
final class Tail {
    private static final int KEPT = 8 * 1024;

    private final StringBuilder kept = new StringBuilder();

    private Tail() {}

    static Tail of(InputStream stream, String threadName) {
        Tail tail = new Tail();
        Thread thread = new Thread(() -> tail.drain(stream), threadName);
        thread.setDaemon(true);
        thread.start();
        return tail;
    }

    private void drain(InputStream stream) {
        byte[] buffer = new byte[4096];
        try (stream) {
            for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                add(new String(buffer, 0, n, StandardCharsets.UTF_8));
            }
        } catch (IOException closed) {
            add("");
        }
    }

    private synchronized void add(String text) {
        kept.append(text);
        if (kept.length() > KEPT) {
            kept.delete(0, kept.length() - KEPT);
        }
    }

    /** The last line that says something, for a message. */
    synchronized String lastLine() {
        String[] lines = kept.toString().strip().split("\\R");
        return lines[lines.length - 1];
    }
}
