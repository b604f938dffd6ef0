package dev.plumbline.stand;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The AWS of one stand: nobody else uses it, and it can be emptied. */
public interface StandAws extends AutoCloseable {
    /** Where it answers; stays the same for its life. */
    URI endpoint();

    /** The backend's name in reports. */
    String name();

    /** Leaves nothing in it. */
    void empty();

    /** A copy of all that is in it; empty where this AWS cannot be copied and has to be built up again. */
    Optional<Map<String, byte[]>> keep();

    /** Makes it hold what a copy holds. */
    void bringBack(Map<String, byte[]> copy);

    @Override
    void close();
}
