package dev.plumbline.terminal.belt;

import dev.plumbline.cloud.StreamTraffic.Parcel;
import dev.plumbline.cloud.StreamTraffic.Receipt;
import dev.plumbline.cloud.StreamTraffic.TrafficException;
import dev.plumbline.text.Line;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Tone;
import dev.plumbline.text.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntSupplier;

/** Carries out what is ordered of the belt, and answers each order. */
public final class BeltAnswers {
    private static final double NANOS = 1e9;
    private static final int HELP_COLUMN = 26;

    private final Phrases phrases;
    private final boolean inWords;
    private final IntSupplier width;
    private final Random random;
    private final BeltMorals morals;

    /**
     * Answers in these phrases.
     *
     * @param inWords whether everything is said in sentences, for people who hear it
     * @param width the columns there are at the moment
     * @param more where to read on about load, or empty
     */
    public BeltAnswers(Phrases phrases, boolean inWords, IntSupplier width, Random random, String more) {
        this.phrases = phrases;
        this.inWords = inWords;
        this.width = width;
        this.random = random;
        this.morals = new BeltMorals(phrases, more);
    }

    /** Does it, and says what came of it; lines may be wider than the window. */
    public List<Line> carryOut(BeltOrder order, Belt belt, BeltTime time) throws TrafficException {
        if (order instanceof BeltOrder.Put put) {
            return put(List.of(new Parcel(put.key(), put.data())), belt);
        } else if (order instanceof BeltOrder.Send send) {
            return put(BeltScript.generate(send.count(), random), belt);
        } else if (order instanceof BeltOrder.Burst burst) {
            return load(BeltScript.sameKey(BeltScript.BURST, burst.key()), belt, time, morals::burst);
        } else if (order instanceof BeltOrder.Spread) {
            return load(BeltScript.manyKeys(BeltScript.BURST, random), belt, time, morals::spread);
        } else if (order instanceof BeltOrder.Flood flood) {
            Flood.Outcome outcome = new Flood(belt, time, phrases, random).run(flood.seconds());
            return List.of(Line.of(morals.flood(belt.picture(), outcome)));
        } else if (order instanceof BeltOrder.Join join) {
            return join(join, belt);
        } else if (order instanceof BeltOrder.Pause pause) {
            return pause(pause, belt);
        }
        return atOnce(order, belt.picture()).orElse(List.of());
    }

    /** The answer to an order that only asks and changes nothing; empty for any other. */
    public Optional<List<Line>> atOnce(BeltOrder order, BeltPicture picture) {
        if (order instanceof BeltOrder.Look) {
            return Optional.of(
                    inWords
                            ? BeltWords.of(picture, phrases)
                            : new BeltView(picture).lines(phrases, width.getAsInt(), Integer.MAX_VALUE));
        } else if (order instanceof BeltOrder.Wrong wrong) {
            return said(wrong);
        } else if (order instanceof BeltOrder.Help) {
            return Optional.of(help(phrases, width.getAsInt()));
        }
        return Optional.empty();
    }

    private static Optional<List<Line>> said(BeltOrder.Wrong wrong) {
        return Optional.of(List.of(Line.of(wrong.why(), Tone.WAITING)));
    }

    /** The commands of the belt, one below the other. */
    public static List<Line> help(Phrases phrases, int width) {
        List<Line> out = new ArrayList<>();
        BeltLine.COMMANDS.forEach(name -> out.addAll(Wrap.at(
                width,
                Line.of("  " + phrases.say("belt.command." + name + ".typed"), Tone.COMMAND)
                        .pad(HELP_COLUMN)
                        .plus("  " + phrases.say("belt.command." + name + ".does")),
                HELP_COLUMN + 2)));
        return out;
    }

    private List<Line> put(List<Parcel> parcels, Belt belt) throws TrafficException {
        return new Receipts(phrases, inWords).told(parcels, belt.put(parcels));
    }

    /** What a load teaches. */
    private interface Moral {
        String of(BeltPicture now, int sent, long refused, double seconds);
    }

    private List<Line> load(List<Parcel> parcels, Belt belt, BeltTime time, Moral moral) throws TrafficException {
        long since = time.nanos();
        List<Receipt> receipts = belt.put(parcels);
        double seconds = (time.nanos() - since) / NANOS;
        List<Line> lines = new ArrayList<>(new Receipts(phrases, inWords).told(parcels, receipts));
        long refused = receipts.stream().filter(r -> r.shard() == null).count();
        lines.add(Line.of(moral.of(belt.picture(), receipts.size(), refused, seconds)));
        return lines;
    }

    private List<Line> join(BeltOrder.Join join, Belt belt) throws TrafficException {
        Optional<BeltPicture.ReaderState> joined = belt.addReader(join.name(), join.pace(), join.fromTheBeginning());
        if (joined.isEmpty()) {
            return said("belt.reader-there", "name", join.name());
        }
        return said(
                join.fromTheBeginning() ? "belt.reader-from-start" : "belt.reader-from-now",
                "name",
                join.name(),
                "pace",
                join.pace(),
                "lag",
                BeltView.lag(joined.get()));
    }

    private List<Line> pause(BeltOrder.Pause pause, Belt belt) {
        boolean still = pause.still();
        return switch (belt.pause(pause.name(), pause.still())) {
            case DONE ->
                said(
                        still ? "belt.pause-done" : "belt.resume-done",
                        "name",
                        pause.name(),
                        "lag",
                        lag(pause.name(), belt));
            case AS_BEFORE -> said(still ? "belt.pause-already" : "belt.resume-already", "name", pause.name());
            case NOBODY ->
                said(
                        "belt.nobody",
                        "name",
                        pause.name(),
                        "names",
                        String.join(
                                ", ",
                                belt.picture().readers().stream()
                                        .map(BeltPicture.ReaderState::name)
                                        .toList()));
        };
    }

    private static String lag(String name, Belt belt) {
        return belt.picture().readers().stream()
                .filter(reader -> reader.name().equals(name))
                .map(BeltView::lag)
                .findFirst()
                .orElse("0");
    }

    private List<Line> said(String key, Object... pairs) {
        return List.of(Line.of(phrases.say(key, pairs)));
    }
}
