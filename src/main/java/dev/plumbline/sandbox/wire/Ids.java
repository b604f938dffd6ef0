package dev.plumbline.sandbox.wire;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Identifiers that need to be unlike each other, not secret. */
public final class Ids {
    private Ids() {}

    /** A new one, written as AWS writes request ids. Not {@link UUID#randomUUID}: its first call costs 30 ms. */
    public static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
