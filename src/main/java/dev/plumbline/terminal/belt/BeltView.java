package dev.plumbline.terminal.belt;

import dev.plumbline.terminal.View;
import dev.plumbline.text.Line;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Tone;
import java.util.ArrayList;
import java.util.List;

/** The belt below the prompt: one line for each shard, one for each consumer. */
public record BeltView(BeltPicture picture) implements View {
    private static final int MOST_LANES = 6;
    private static final int ROWS_FOR_ALL = 16;

    @Override
    public List<Line> lines(Phrases phrases, int width, int rows) {
        List<Line> out = new ArrayList<>();
        int inner = width - 1;
        Line head = Line.of("━━ ", Tone.MUTED)
                .plus(picture.stream(), Tone.STRONG)
                .plus(" ━━ ", Tone.MUTED)
                .plus(phrases.say(
                        "belt.head",
                        "mode",
                        picture.mode(),
                        "shards",
                        picture.lanes().size()))
                .plus(" ");
        if (rows < ROWS_FOR_ALL / 2) {
            return List.of();
        }
        out.add(head.plus("━".repeat(Math.max(0, inner - head.width())), Tone.MUTED)
                .clip(inner));
        picture.lanes().stream()
                .limit(rows < ROWS_FOR_ALL ? 2 : MOST_LANES)
                .forEach(lane -> out.add(lane(lane, phrases).clip(inner)));
        if (picture.lanes().size() > MOST_LANES) {
            out.add(Line.of(
                    "  "
                            + phrases.say(
                                    "belt.more-shards", "count", picture.lanes().size() - MOST_LANES),
                    Tone.MUTED));
        }
        picture.readers().forEach(reader -> out.add(reader(reader, phrases).clip(inner)));
        if (picture.refused() > 0) {
            out.add(Line.of("  " + phrases.say("belt.refused", "count", picture.refused()), Tone.WAITING)
                    .clip(inner));
        }
        return out;
    }

    private static Line lane(BeltPicture.LaneState lane, Phrases phrases) {
        String range = HashKey.shown(lane.lane().from()) + "–"
                + HashKey.shown(lane.lane().to());
        Line line = Line.of("  " + phrases.say("belt.shard", "name", lane.name()), Tone.STRONG)
                .pad(11)
                .plus(range, Tone.MUTED)
                .pad(23)
                .plus(Long.toString(lane.count()))
                .pad(31);
        if (!lane.latest().isEmpty()) {
            line = line.plus(SequenceText.of(lane.sequence()), Tone.MUTED)
                    .pad(55)
                    .plus(String.join(" ", lane.latest()), Tone.STRING);
        }
        return line;
    }

    private static Line reader(BeltPicture.ReaderState reader, Phrases phrases) {
        Line line = Line.of("  " + reader.name(), Tone.COMMAND)
                .pad(15)
                .plus(phrases.say("belt.reader", "read", reader.read(), "pace", reader.pace()))
                .plus("  ")
                .plus(phrases.say("belt.lag", "lag", reader.lag()), reader.lag() > 0 ? Tone.WAITING : Tone.GOOD);
        return reader.paused() ? line.plus("  " + phrases.say("belt.paused"), Tone.MUTED) : line;
    }
}
