package dev.plumbline.sandbox.kinesis;

import java.time.Instant;

/**
 * What a stream is going through, and until when.
 *
 * @param kind what a caller sees until then
 * @param until when it is over: ACTIVE, or gone after DELETING
 */
record Phase(Status kind, Instant until) {
    /** StreamStatus as AWS spells it. */
    enum Status {
        CREATING,
        ACTIVE,
        UPDATING,
        DELETING
    }

    Status status(Instant now) {
        return now.isBefore(until) || kind == Status.DELETING ? kind : Status.ACTIVE;
    }

    boolean gone(Instant now) {
        return kind == Status.DELETING && !now.isBefore(until);
    }
}
