package dev.plumbline.terminal.belt;

import dev.plumbline.cloud.StreamTraffic.Parcel;
import dev.plumbline.text.Line;
import dev.plumbline.text.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The belt in sentences, one for each shard and consumer: for people who hear it. Pure. */
final class BeltWords {
    private BeltWords() {}

    static List<Line> of(BeltPicture picture, Phrases phrases) {
        List<Line> out = new ArrayList<>();
        out.add(Line.of(phrases.say(
                "belt.words.head",
                "stream",
                picture.stream(),
                "mode",
                picture.mode(),
                "shards",
                picture.open().size())));
        if (picture.silent()) {
            out.add(Line.of(phrases.say("belt.words.silent")));
        }
        picture.open().forEach(lane -> out.add(lane(lane, phrases)));
        if (!picture.closed().isEmpty()) {
            out.add(Line.of(BeltView.closed(picture.closed(), phrases)));
        }
        picture.readers().forEach(reader -> out.add(reader(reader, phrases)));
        if (picture.refused() > 0) {
            out.add(Line.of(phrases.say("belt.refused", "count", picture.refused())));
        }
        return out;
    }

    private static Line lane(BeltPicture.LaneState lane, Phrases phrases) {
        String sentence = phrases.say(
                "belt.words.shard",
                "name",
                lane.name(),
                "from",
                HashKey.shown(lane.lane().from()),
                "to",
                HashKey.shown(lane.lane().to()),
                "count",
                known(lane.count(), lane.counting(), phrases));
        if (lane.latest().isEmpty()) {
            return Line.of(sentence);
        }
        return Line.of(sentence + " "
                + phrases.say(
                        "belt.words.newest",
                        "number",
                        lane.sequence(),
                        "records",
                        lane.latest().stream()
                                .map(parcel -> record(parcel, phrases))
                                .collect(Collectors.joining("; "))));
    }

    private static String record(Parcel parcel, Phrases phrases) {
        return phrases.say("belt.words.newest-record", "key", parcel.key(), "data", Receipts.shortened(parcel.data()));
    }

    private static String known(long count, boolean counting, Phrases phrases) {
        return counting ? phrases.say("belt.words.at-least", "count", count) : Long.toString(count);
    }

    private static Line reader(BeltPicture.ReaderState reader, Phrases phrases) {
        String sentence = phrases.say(
                "belt.words.reader",
                "name",
                reader.name(),
                "read",
                reader.read(),
                "pace",
                reader.pace(),
                "lag",
                known(reader.lag(), reader.counting(), phrases));
        return Line.of(reader.paused() ? sentence + " " + phrases.say("belt.words.paused") : sentence);
    }
}
