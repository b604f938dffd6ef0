package dev.plumbline.text;

/** A run of text with one meaning; never holds a line break or an escape sequence. */
public record Span(String text, Tone tone) {
    public Span {
        text = Printable.of(text);
    }
}
