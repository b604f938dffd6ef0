package dev.plumbline.sandbox.kinesis;

/** How a stream's capacity is decided. */
enum Mode {
    /** The learner says how many shards. */
    PROVISIONED,
    /** AWS does. */
    ON_DEMAND
}
