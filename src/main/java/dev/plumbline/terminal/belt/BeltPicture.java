package dev.plumbline.terminal.belt;

import dev.plumbline.cloud.StreamTraffic.Lane;
import dev.plumbline.cloud.StreamTraffic.Parcel;
import java.util.List;

/**
 * The belt at one moment.
 *
 * @param stream its name
 * @param mode ON_DEMAND or PROVISIONED
 * @param lanes its shards, closed ones that can still be read included
 * @param readers its consumers
 * @param refused how many records were refused since the belt was opened
 * @param silent whether AWS has not answered of late, so that all this is what was known last
 */
public record BeltPicture(
        String stream, String mode, List<LaneState> lanes, List<ReaderState> readers, long refused, boolean silent) {
    /** One on which AWS answers. */
    public BeltPicture(String stream, String mode, List<LaneState> lanes, List<ReaderState> readers, long refused) {
        this(stream, mode, lanes, readers, refused, false);
    }

    public BeltPicture {
        lanes = List.copyOf(lanes);
        readers = List.copyOf(readers);
    }

    /** The shards that take records. */
    List<LaneState> open() {
        return lanes.stream().filter(lane -> lane.lane().open()).toList();
    }

    /** The shards that are only read any more, and hold something. */
    List<LaneState> closed() {
        return lanes.stream()
                .filter(lane -> !lane.lane().open() && lane.count() > 0)
                .toList();
    }

    /**
     * A shard.
     *
     * @param count the records it holds, whoever put them
     * @param counting whether those that were there before are still being counted, so that there may be more
     * @param latest the records put last, the newest first
     * @param sequence the number of the last record; empty before the first
     */
    public record LaneState(Lane lane, long count, boolean counting, List<Parcel> latest, String sequence) {
        public LaneState {
            latest = List.copyOf(latest);
        }

        /** {@code shardId-000000000002} as people say it. */
        public String name() {
            return shortName(lane.shard());
        }
    }

    /** {@code shardId-000000000002} as people say it. */
    static String shortName(String shard) {
        return shard.replaceFirst("^shardId-0*(?=\\d)", "");
    }

    /**
     * A consumer.
     *
     * @param pace the most records it reads in a second, from each shard
     * @param read records it has read
     * @param lag records it has still before it
     * @param counting whether what lies before it is still being counted, so that it may be more
     * @param paused whether it stands still
     */
    public record ReaderState(String name, int pace, long read, long lag, boolean counting, boolean paused) {}
}
