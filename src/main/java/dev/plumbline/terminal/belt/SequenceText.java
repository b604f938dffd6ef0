package dev.plumbline.terminal.belt;

/** A sequence number short enough for a screen, so that two of one shard still show which came first. */
final class SequenceText {
    private static final int LONGEST = 22;
    private static final int HEAD = 13;

    private SequenceText() {}

    /** Runs of zeros become an ellipsis; what is still too long loses its middle. */
    static String of(String number) {
        String text = number.replaceAll("0{5,}", "…");
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, HEAD) + "…" + text.substring(text.length() - (LONGEST - HEAD - 1));
    }
}
