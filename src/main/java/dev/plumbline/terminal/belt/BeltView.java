package dev.plumbline.terminal.belt;

import dev.plumbline.terminal.View;
import dev.plumbline.text.Line;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The belt below the prompt: one line for each shard, one for each consumer. */
public record BeltView(BeltPicture picture) implements View {
    private static final int FEWEST_ROWS = 8;
    private static final int ROWS_FOR_ALL = 16;
    private static final int FEW_LANES = 2;
    private static final int MOST_LANES = 32;

    private static final int RANGE = 11;
    private static final int COUNT = 22;
    private static final int NUMBER = 37;
    private static final int NEWEST = 57;

    @Override
    public List<Line> lines(Phrases phrases, int width, int rows) {
        int inner = width - 1;
        if (rows < FEWEST_ROWS) {
            return List.of();
        }
        List<Line> out = new ArrayList<>();
        List<BeltPicture.LaneState> open = picture.open();
        Line head = Line.of("━━ ", Tone.MUTED)
                .plus(picture.stream(), Tone.STRONG)
                .plus(" ━━ ", Tone.MUTED)
                .plus(phrases.say("belt.head", "mode", picture.mode(), "shards", open.size()));
        if (picture.silent()) {
            head = head.plus(" ━━ ", Tone.MUTED).plus(phrases.say("belt.silent"), Tone.WAITING);
        }
        head = head.plus(" ");
        out.add(head.plus("━".repeat(Math.max(0, inner - head.width())), Tone.MUTED));
        int shown = rows < ROWS_FOR_ALL ? FEW_LANES : Math.min(MOST_LANES, rows / 3);
        open.stream().limit(shown).forEach(lane -> out.add(lane(lane, phrases)));
        if (open.size() > shown) {
            out.add(Line.of("  " + phrases.say("belt.more-shards", "count", open.size() - shown), Tone.MUTED));
        }
        if (!picture.closed().isEmpty()) {
            out.add(Line.of("  " + closed(picture.closed(), phrases), Tone.MUTED));
        }
        picture.readers().forEach(reader -> out.add(reader(reader, phrases, inner)));
        if (picture.refused() > 0) {
            out.add(Line.of("  " + phrases.say("belt.refused", "count", picture.refused()), Tone.WAITING));
        }
        return out.stream().map(line -> line.clip(inner)).toList();
    }

    /** Shards that were split or merged: what is in them is still read. */
    static String closed(List<BeltPicture.LaneState> lanes, Phrases phrases) {
        return phrases.say(
                "belt.closed",
                "names",
                lanes.stream().map(BeltPicture.LaneState::name).collect(Collectors.joining(", ")),
                "count",
                lanes.stream().mapToLong(BeltPicture.LaneState::count).sum());
    }

    /** How many records a shard holds, as far as is known. */
    static String count(BeltPicture.LaneState lane) {
        return lane.count() + (lane.counting() ? "+" : "");
    }

    /** How many records a consumer has before it, as far as is known. */
    static String lag(BeltPicture.ReaderState reader) {
        return reader.lag() + (reader.counting() ? "+" : "");
    }

    private static Line lane(BeltPicture.LaneState lane, Phrases phrases) {
        String range = HashKey.shown(lane.lane().from()) + "–"
                + HashKey.shown(lane.lane().to());
        Line line = Line.of("  " + phrases.say("belt.shard", "name", lane.name()), Tone.STRONG)
                .column(RANGE)
                .plus(range, Tone.MUTED)
                .column(COUNT)
                .plus(
                        count(lane).equals("1")
                                ? phrases.say("belt.record")
                                : phrases.say("belt.records", "count", count(lane)))
                .column(NUMBER);
        if (!lane.latest().isEmpty()) {
            line = line.plus(SequenceText.of(lane.sequence()), Tone.MUTED)
                    .column(NEWEST)
                    .plus(
                            lane.latest().stream()
                                    .map(parcel -> parcel.key() + " " + Receipts.shortened(parcel.data()))
                                    .collect(Collectors.joining(" · ")),
                            Tone.STRING);
        }
        return line;
    }

    /** The lag is what the line is for: where there is no room for all, the pace goes. */
    private static Line reader(BeltPicture.ReaderState reader, Phrases phrases, int width) {
        Line whole = reader(reader, phrases.say("belt.reader", "read", reader.read(), "pace", reader.pace()), phrases);
        return whole.width() <= width
                ? whole
                : reader(reader, phrases.say("belt.reader-short", "read", reader.read()), phrases);
    }

    private static Line reader(BeltPicture.ReaderState reader, String reads, Phrases phrases) {
        Line line = Line.of("  " + reader.name(), Tone.COMMAND)
                .column(15)
                .plus(reads)
                .plus("  ")
                .plus(phrases.say("belt.lag", "lag", lag(reader)), reader.lag() > 0 ? Tone.WAITING : Tone.GOOD);
        return reader.paused() ? line.plus("  " + phrases.say("belt.paused"), Tone.MUTED) : line;
    }
}
