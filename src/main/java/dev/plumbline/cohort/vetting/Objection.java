package dev.plumbline.cohort.vetting;

/**
 * Something because of which a submission is not run.
 *
 * @param file where, relative to the submission
 * @param line from 1; 0 where it is the file as a whole
 * @param what what it is and what it would do
 */
public record Objection(String file, int line, String what) implements Comparable<Objection> {
    /** The whole sentence, place first. */
    public String text() {
        return file + (line > 0 ? ":" + line : "") + ": " + what + ".";
    }

    @Override
    public int compareTo(Objection other) {
        int byFile = file.compareTo(other.file);
        int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
        return byLine != 0 ? byLine : what.compareTo(other.what);
    }
}
