package dev.plumbline.report;

import dev.plumbline.grading.RequirementResult;
import dev.plumbline.grading.Status;
import dev.plumbline.text.Line;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Tone;

/** Requirements as one line each: a symbol, the word beside it, the title. */
public final class Checklist {
    private static final int MARK_WIDTH = 13;

    private Checklist() {}

    /** A requirement on one line, cut to a width. */
    public static Line line(RequirementResult result, Phrases phrases, int width) {
        return mark(result.status(), phrases)
                .pad(MARK_WIDTH)
                .plus(result.title())
                .clip(width);
    }

    /** The symbol and the word of a status. */
    public static Line mark(Status status, Phrases phrases) {
        return Line.of("  " + symbol(status) + " ", tone(status))
                .plus(phrases.say("status." + status.word()), tone(status));
    }

    /** The symbol of a status, and a blank. */
    public static Line sign(Status status) {
        return Line.of(symbol(status) + " ", tone(status));
    }

    private static String symbol(Status status) {
        return switch (status) {
            case MET -> "✓";
            case UNMET -> "✗";
            case PENDING -> "○";
            case BLOCKED -> "–";
        };
    }

    private static Tone tone(Status status) {
        return switch (status) {
            case MET -> Tone.GOOD;
            case UNMET -> Tone.BAD;
            case PENDING -> Tone.WAITING;
            case BLOCKED -> Tone.MUTED;
        };
    }
}
