package dev.plumbline.terraform.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The text of one source file with its lines and positions. Any bytes are accepted: UTF-16 is decoded, bytes that are
 * not UTF-8 are kept, and {@link #bytes} gives back exactly what was read.
 */
public final class SourceText {

    /** Every so many characters the number of code points before is remembered: columns stay cheap on long lines. */
    private static final int STRIDE = 256;

    private final String file;
    private final String text;
    private final SourceEncoding encoding;
    private final LineEnding lineEnding;
    private final int[] lineStarts;
    private final int[] pointsBefore;

    private SourceText(String file, String text, SourceEncoding encoding) {
        this.file = file;
        this.text = text;
        this.encoding = encoding;
        this.lineEnding = LineEnding.of(text);
        this.lineStarts = lineStarts(text);
        this.pointsBefore = pointsBefore(text);
    }

    /** The text of a file as read from disk; {@code file} is the name to show, usually relative to the workspace. */
    public static SourceText of(String file, byte[] bytes) {
        SourceEncoding encoding = SourceEncoding.of(bytes);
        return new SourceText(file, encoding.decode(bytes), encoding);
    }

    /** A text that is already decoded. */
    public static SourceText of(String file, String text) {
        return new SourceText(file, text, SourceEncoding.UTF_8);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[64];
        int count = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = at + 1;
        }
        return Arrays.copyOf(starts, count);
    }

    private static int[] pointsBefore(String text) {
        int[] before = new int[text.length() / STRIDE + 1];
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            if (i % STRIDE == 0) {
                before[i / STRIDE] = points;
            }
            if (!isSecondHalf(text, i)) {
                points++;
            }
        }
        if (text.length() % STRIDE == 0) {
            before[text.length() / STRIDE] = points;
        }
        return before;
    }

    private static boolean isSecondHalf(String text, int i) {
        return i > 0 && Character.isLowSurrogate(text.charAt(i)) && Character.isHighSurrogate(text.charAt(i - 1));
    }

    /** The file's name as shown to the learner. */
    public String file() {
        return file;
    }

    /** The decoded text, without a byte order mark. */
    public String text() {
        return text;
    }

    /** How the file is encoded. */
    public SourceEncoding encoding() {
        return encoding;
    }

    /** How its lines end. */
    public LineEnding lineEnding() {
        return lineEnding;
    }

    /** The bytes of the file, as they were read. */
    public byte[] bytes() {
        return encoding.encode(text);
    }

    /** The same text as UTF-8 without a mark: the repair of a file that Terraform cannot decode. */
    public SourceText asUtf8() {
        return of(file, text);
    }

    /** How many lines there are; a text that ends in a line break has an empty last line. */
    public int lineCount() {
        return lineStarts.length;
    }

    /** A line's text without its line break; lines count from 1. */
    public String line(int line) {
        return text.substring(lineStart(line), lineEnd(line));
    }

    /** Where a line starts, as an offset; lines count from 1. */
    public int lineStart(int line) {
        return lineStarts[line - 1];
    }

    /** Where a line ends, before its line break. */
    public int lineEnd(int line) {
        int end = nextLineStart(line);
        if (end > lineStart(line) && line < lineStarts.length) {
            end--;
            if (end > lineStart(line) && text.charAt(end - 1) == '\r') {
                end--;
            }
        }
        return end;
    }

    /** Where the next line starts, after this line's break; the text's length on the last line. */
    int nextLineStart(int line) {
        return line < lineStarts.length ? lineStarts[line] : text.length();
    }

    /** The line an offset lies in, from 1. */
    public int lineOf(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The column of an offset, from 1, in code points. */
    public int columnOf(int offset) {
        return points(offset) - points(lineStart(lineOf(offset))) + 1;
    }

    private int points(int offset) {
        int points = pointsBefore[offset / STRIDE];
        for (int i = offset / STRIDE * STRIDE; i < offset; i++) {
            if (!isSecondHalf(text, i)) {
                points++;
            }
        }
        return points;
    }

    /** The offset of a line and column; a place outside the text is moved to the nearest one inside. */
    public int offsetOf(int line, int column) {
        int clamped = Math.max(1, Math.min(line, lineStarts.length));
        int offset = lineStart(clamped);
        int end = lineEnd(clamped);
        for (int c = 1; c < column && offset < end; c++) {
            offset += Character.charCount(text.codePointAt(offset));
        }
        return Math.min(offset, end);
    }

    /** The range between two offsets. */
    public SourceRange range(int startOffset, int endOffset) {
        int startLine = lineOf(startOffset);
        int endLine = lineOf(endOffset);
        return new SourceRange(
                file, startLine, columnOf(startOffset), endLine, columnOf(endOffset), startOffset, endOffset);
    }

    /** The range of lines and columns as tools report them, moved inside the text where it lies outside. */
    public SourceRange range(int startLine, int startColumn, int endLine, int endColumn) {
        int start = offsetOf(startLine, startColumn);
        return range(start, Math.max(start, offsetOf(endLine, endColumn)));
    }

    /** The text of a range. */
    public String slice(SourceRange range) {
        return text.substring(range.startOffset(), range.endOffset());
    }

    /** A line with its line break; the last line takes the break before it instead. */
    SourceRange wholeLine(int line) {
        return wholeLines(range(lineStart(line), lineEnd(line)));
    }

    /** The lines a range lies in, with the line break of the last, when nothing else stands on them; else the range. */
    SourceRange wholeLines(SourceRange range) {
        int start = lineStart(range.startLine());
        int end = nextLineStart(range.endLine());
        boolean alone = text.substring(start, range.startOffset()).isBlank()
                && text.substring(range.endOffset(), lineEnd(range.endLine())).isBlank();
        if (!alone) {
            return range;
        }
        boolean noBreak = end == text.length() && lineEnd(range.endLine()) == end;
        if (noBreak && range.startLine() > 1) {
            return range(lineEnd(range.startLine() - 1), end);
        }
        return range(start, end);
    }

    /** The blanks a line begins with. */
    String indentOf(int line) {
        int start = lineStart(line);
        int end = start;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(start, end);
    }

    /**
     * The text after some edits; everything outside them stays as it is, byte for byte. Edits at the same place are
     * made in the order given.
     *
     * @throws IllegalArgumentException when two edits overlap or one belongs to another file
     */
    public SourceText edited(List<SourceEdit> edits) {
        List<SourceEdit> sorted = new ArrayList<>(edits);
        sorted.sort(Comparator.comparing((SourceEdit e) -> e.range().startOffset())
                .thenComparing(e -> e.range().endOffset()));
        String lineBreak = lineEnding == LineEnding.CRLF ? "\r\n" : "\n";
        StringBuilder out = new StringBuilder(text.length() + 64);
        int done = 0;
        for (SourceEdit edit : sorted) {
            SourceRange range = edit.range();
            if (!range.file().equals(file) || range.startOffset() < done || range.endOffset() > text.length()) {
                throw new IllegalArgumentException("edits overlap or do not belong to " + file + ": " + range);
            }
            out.append(text, done, range.startOffset());
            out.append(edit.newText().replace("\r\n", "\n").replace("\n", lineBreak));
            done = range.endOffset();
        }
        return new SourceText(file, out.append(text, done, text.length()).toString(), encoding);
    }
}
