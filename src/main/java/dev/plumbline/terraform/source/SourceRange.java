package dev.plumbline.terraform.source;

/**
 * A piece of a source file. Lines and columns count from 1, columns in Unicode code points (a tab is one column, a byte
 * order mark none), the end is exclusive. The offsets are UTF-16 indexes into {@link SourceText#text()}.
 */
public record SourceRange(
        String file, int startLine, int startColumn, int endLine, int endColumn, int startOffset, int endOffset)
        implements Comparable<SourceRange> {

    /** Whether the offset lies in the range; the end does not. */
    public boolean contains(int offset) {
        return offset >= startOffset && offset < endOffset;
    }

    /** Whether the other range lies wholly in this one, in the same file. */
    public boolean encloses(SourceRange other) {
        return file.equals(other.file) && startOffset <= other.startOffset && other.endOffset <= endOffset;
    }

    /** From the beginning of this one to the end of a later one in the same file. */
    public SourceRange through(SourceRange last) {
        return new SourceRange(file, startLine, startColumn, last.endLine, last.endColumn, startOffset, last.endOffset);
    }

    /** Whether the range is a place between two characters. */
    public boolean isEmpty() {
        return startOffset == endOffset;
    }

    @Override
    public int compareTo(SourceRange other) {
        int byFile = file.compareTo(other.file);
        int byStart = byFile != 0 ? byFile : Integer.compare(startOffset, other.startOffset);
        return byStart != 0 ? byStart : Integer.compare(endOffset, other.endOffset);
    }

    /** The usual short form, {@code main.tf:3:5}. */
    @Override
    public String toString() {
        return file + ":" + startLine + ":" + startColumn;
    }
}
