package dev.plumbline.grading.judge;

import java.time.Instant;
import java.util.Optional;

/**
 * What a lab's setup left behind for the checks.
 *
 * @param created when the subject that was there before was made, by the cloud's own clock; empty if nothing was made
 */
public record SetupRecord(Optional<Instant> created) {
    /** Nothing was there before. */
    public static final SetupRecord NONE = new SetupRecord(Optional.empty());
}
