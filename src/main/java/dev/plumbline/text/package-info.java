/**
 * Styled text, independent of where it is shown: {@link dev.plumbline.text.Line}s of {@link dev.plumbline.text.Span}s with
 * a meaning ({@link dev.plumbline.text.Tone}) instead of a colour. {@link dev.plumbline.text.Look} says what the place
 * can show, {@link dev.plumbline.text.Painter} turns lines into characters for it. Everything is a pure function of its
 * arguments; screens and the text report are written with it. Words come from {@link dev.plumbline.text.Phrases}.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.text;
