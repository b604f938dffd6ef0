package dev.plumbline.terminal;

import dev.plumbline.cloud.StreamTraffic;
import dev.plumbline.cloud.StreamTraffic.Parcel;
import dev.plumbline.cloud.StreamTraffic.Receipt;
import dev.plumbline.terminal.belt.Belt;
import dev.plumbline.terminal.belt.BeltPicture;
import dev.plumbline.terminal.belt.BeltScript;
import dev.plumbline.terminal.belt.BeltView;
import dev.plumbline.text.Line;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Tone;
import dev.plumbline.text.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** {@code stream}: the learner's stream with records on it. */
final class BeltMode implements Mode {
    private static final int MOST = 5000;
    private static final int COLUMN_OF_MORE = 2;
    private static final List<String> HELP =
            List.of("put", "send", "burst", "spread", "reader", "pause", "resume", "look", "back");
    private static final int COLUMN = 26;

    private final Phrases phrases;
    private final Consumer<Event> events;
    private final IntSupplier width;
    private final Belt belt;
    private final Random random = new Random();
    private volatile BeltPicture picture;

    BeltMode(String stream, StreamTraffic traffic, Phrases phrases, Consumer<Event> events, IntSupplier width) {
        this.width = width;
        this.phrases = phrases;
        this.events = events;
        this.picture = new BeltPicture(stream, "", List.of(), List.of(), 0);
        this.belt = new Belt(
                stream,
                traffic,
                next -> {
                    picture = next;
                    events.accept(new Event.ModeMoved(List.of()));
                },
                why -> say(List.of(Line.of(why, Tone.WAITING))));
        belt.start();
    }

    static List<Line> help(Phrases phrases) {
        List<Line> lines = new ArrayList<>();
        HELP.forEach(name -> lines.add(Line.of("  " + phrases.say("belt.command." + name + ".typed"), Tone.COMMAND)
                .pad(COLUMN)
                .plus("  " + phrases.say("belt.command." + name + ".does"))));
        return lines;
    }

    @Override
    public String prompt() {
        return phrases.say("belt.prompt") + " › ";
    }

    @Override
    public View view() {
        return new BeltView(picture);
    }

    @Override
    public boolean line(String line) {
        String[] words = line.strip().split("\\s+", 3);
        String first = words.length > 1 ? words[1] : "";
        switch (words[0].toLowerCase(Locale.ROOT)) {
            case "back", "quit", "exit", "q" -> {
                return false;
            }
            case "put" -> put(first, words.length > 2 ? words[2] : "{}");
            case "send" -> send(BeltScript.generate(number(first, 10), random));
            case "burst" ->
                burst(BeltScript.sameKey(BeltScript.BURST, first.isEmpty() ? "hot-key" : first), "belt.after-burst");
            case "spread" -> burst(BeltScript.generate(BeltScript.BURST, random), "belt.after-spread");
            case "reader" -> reader(first, words.length > 2 ? words[2] : "");
            case "look" -> belt.look(now -> say(new BeltView(now).lines(phrases, width.getAsInt(), Integer.MAX_VALUE)));
            case "pause" -> belt.pause(first, true);
            case "resume" -> belt.pause(first, false);
            default -> say(help(phrases));
        }
        return true;
    }

    private void put(String key, String data) {
        if (key.isEmpty()) {
            say(help(phrases));
        } else {
            send(List.of(new Parcel(key, data)));
        }
    }

    private void send(List<Parcel> parcels) {
        belt.put(parcels, receipts -> say(BeltScript.told(parcels, receipts, phrases)));
    }

    private void burst(List<Parcel> parcels, String moral) {
        belt.put(parcels, receipts -> {
            List<Line> lines = new ArrayList<>(BeltScript.told(parcels, receipts, phrases));
            boolean refused = receipts.stream().map(Receipt::shard).anyMatch(java.util.Objects::isNull);
            lines.add(Line.of(phrases.say(refused ? moral + "-refused" : moral + "-accepted", "mode", picture.mode())));
            say(lines);
        });
    }

    private void reader(String name, String more) {
        if (name.isEmpty()) {
            say(help(phrases));
        } else {
            belt.addReader(name, number(more.replaceAll("\\D", ""), 10), more.contains("start"));
        }
    }

    private void say(List<Line> lines) {
        List<Line> fitted = new ArrayList<>();
        lines.forEach(line -> fitted.addAll(Wrap.at(width.getAsInt(), line, COLUMN_OF_MORE)));
        events.accept(new Event.ModeMoved(fitted));
    }

    private static int number(String text, int otherwise) {
        return text.matches("\\d{1,4}") ? Math.max(1, Math.min(MOST, Integer.parseInt(text))) : otherwise;
    }

    @Override
    public void close() {
        belt.close();
    }
}
