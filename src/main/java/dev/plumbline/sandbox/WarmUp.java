package dev.plumbline.sandbox;

import dev.plumbline.sandbox.wire.Document;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * Loads what the first answer needs while the start waits for something else. Without it, the first call of a fresh
 * process waits for 50 ms of class loading for JSON and 40 ms for the JDK's Date header.
 */
final class WarmUp {
    private WarmUp() {}

    static void json() {
        Document.JSON.read(Document.JSON.write(Map.of("a", 1)));
    }

    /**
     * On a thread of its own, which nobody waits for: a call that comes sooner finds it half done. With the pattern and the
     * zone that the JDK's HTTP server writes its Date header with.
     */
    static void dateMeanwhile() {
        Thread thread = new Thread(
                () -> DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss zzz", Locale.US)
                        .withZone(ZoneId.of("GMT"))
                        .formatTo(Instant.EPOCH, new StringBuilder()),
                "sandbox-warm-up");
        thread.setDaemon(true);
        thread.start();
    }
}
