package dev.plumbline.lab;

/**
 * One thing wrong in a file of an author, with its place.
 *
 * @param file as it is shown: relative to the home folder, with forward slashes
 * @param line from 1; 0 when the file as a whole is meant
 * @param column from 1, in Unicode code points; 0 when the file as a whole is meant
 * @param says what is wrong and what was expected
 * @param next what to do, such as the nearest right name; may be empty
 */
public record LabProblem(String file, int line, int column, String says, String next) {
    /** A problem of the whole file. */
    public static LabProblem of(String file, String says, String next) {
        return new LabProblem(file, 0, 0, says, next);
    }

    /** {@code file:line:column: what. What next.} */
    @Override
    public String toString() {
        String place = line == 0 ? file : file + ":" + line + ":" + column;
        return place + ": " + says + (next.isEmpty() ? "" : ". " + next);
    }
}
