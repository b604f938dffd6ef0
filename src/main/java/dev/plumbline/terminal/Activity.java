package dev.plumbline.terminal;

import dev.plumbline.grading.Layer;
import dev.plumbline.text.Line;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Tone;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run has looked at so far and looks at now.
 *
 * @param cause why it runs: the files saved, or the command that ended; empty if nobody asked
 * @param at the time of day of the cause
 * @param landed the layers that have answered, in order
 * @param running the layer that is being asked, or null at the end
 */
public record Activity(String cause, String at, List<Answer> landed, @Nullable Layer running) {
    /** Nothing has happened yet. */
    public static final Activity NONE = new Activity("", "", List.of(), null);

    public Activity {
        landed = List.copyOf(landed);
    }

    /** A layer and the milliseconds after which it had answered. */
    public record Answer(Layer layer, long millis) {}

    /** The same after one more layer has answered. */
    public Activity with(Layer layer, long millis) {
        List<Answer> more = new ArrayList<>(landed);
        more.removeIf(answer -> answer.layer() == layer);
        more.add(new Answer(layer, millis));
        return new Activity(cause, at, more, following(layer));
    }

    /** The same at its end. */
    public Activity ended() {
        return new Activity(cause, at, landed, null);
    }

    private static @Nullable Layer following(Layer layer) {
        return switch (layer) {
            case SOURCE, VALIDATION -> Layer.PLAN;
            case PLAN, STATE -> Layer.CLOUD;
            case CLOUD -> null;
        };
    }

    /** The same in a narrow window: what is known already gives way, and the cause stays. */
    Line line(Phrases phrases, int width) {
        Line whole = line(phrases);
        return whole.width() <= width ? whole : new Activity(cause, at, List.of(), running).line(phrases);
    }

    /** One line: the cause, then each layer with its time, then what is being asked. */
    Line line(Phrases phrases) {
        Line line = cause.isEmpty() ? Line.EMPTY : Line.of(cause + " " + at, Tone.MUTED);
        for (Answer answer : landed) {
            line = line.plus(line.spans().isEmpty() ? "" : " · ", Tone.MUTED)
                    .plus(
                            phrases.say(
                                    "activity.answered",
                                    "layer",
                                    phrases.say("layer." + answer.layer().word()),
                                    "millis",
                                    answer.millis()),
                            Tone.MUTED);
        }
        Layer now = running;
        if (now != null) {
            line = line.plus(line.spans().isEmpty() ? "" : " · ", Tone.MUTED)
                    .plus(phrases.say("activity.running-" + now.word()), Tone.WAITING);
        }
        return line;
    }
}
