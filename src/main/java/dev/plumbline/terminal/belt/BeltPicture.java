package dev.plumbline.terminal.belt;

import dev.plumbline.cloud.StreamTraffic.Lane;
import java.util.List;

/**
 * The belt at one moment.
 *
 * @param stream its name
 * @param mode ON_DEMAND or PROVISIONED
 * @param lanes its shards
 * @param readers its consumers
 * @param refused how many records were refused since the belt was opened
 */
public record BeltPicture(String stream, String mode, List<LaneState> lanes, List<ReaderState> readers, long refused) {
    public BeltPicture {
        lanes = List.copyOf(lanes);
        readers = List.copyOf(readers);
    }

    /**
     * A shard.
     *
     * @param count records put since the belt was opened
     * @param latest the keys put last, oldest first
     * @param sequence the number of the last record; empty before the first
     */
    public record LaneState(Lane lane, long count, List<String> latest, String sequence) {
        public LaneState {
            latest = List.copyOf(latest);
        }

        /** {@code shardId-000000000002} as people say it. */
        public String name() {
            return lane.shard().replaceFirst("^shardId-0*(?=\\d)", "");
        }
    }

    /**
     * A consumer.
     *
     * @param pace the most records it reads in a second, from each shard
     * @param read records it has read
     * @param lag records it has still before it
     * @param paused whether it stands still
     */
    public record ReaderState(String name, int pace, long read, long lag, boolean paused) {}
}
