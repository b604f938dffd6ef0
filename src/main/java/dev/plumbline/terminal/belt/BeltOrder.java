package dev.plumbline.terminal.belt;

/** What the learner wants of the belt; {@link BeltLine} reads it from what they typed. */
public sealed interface BeltOrder {
    /** One record of theirs. */
    record Put(String key, String data) implements BeltOrder {}

    /** Records of generated producers. */
    record Send(int count) implements BeltOrder {}

    /** Many records of one key at once. */
    record Burst(String key) implements BeltOrder {}

    /** As many with many keys. */
    record Spread() implements BeltOrder {}

    /** More than all shards take, for so many seconds. */
    record Flood(int seconds) implements BeltOrder {}

    /**
     * One more consumer.
     *
     * @param pace the most records it reads in a second, from each shard
     */
    record Join(String name, int pace, boolean fromTheBeginning) implements BeltOrder {}

    /** A consumer stands still, or goes on. */
    record Pause(String name, boolean still) implements BeltOrder {}

    /** How it is now. */
    record Look() implements BeltOrder {}

    /** Which commands there are. */
    record Help() implements BeltOrder {}

    /** Leaves the belt. */
    record Leave() implements BeltOrder {}

    /** Nothing that can be done; why, and what would be right. */
    record Wrong(String why) implements BeltOrder {}
}
