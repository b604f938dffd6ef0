package dev.plumbline.terminal.belt;

/** A sequence number short enough for a screen: its end is what grows from record to record. */
final class SequenceText {
    private static final int HEAD = 3;
    private static final int TAIL = 14;

    private SequenceText() {}

    /** The first digits, and the last. */
    static String of(String number) {
        return number.length() <= HEAD + 1 + TAIL
                ? number
                : number.substring(0, HEAD) + "…" + number.substring(number.length() - TAIL);
    }
}
