package dev.plumbline.grading;

import dev.plumbline.grading.Finding.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A known misconception, found in this learner's work.
 *
 * @param mistake its id in the catalogue, or {@code uncatalogued}
 * @param title a few words
 * @param explanation why it is wrong, what is true, what to do; plain text of two or three sentences
 * @param place where it is, if it has a place
 * @param fix the smallest edit that repairs it; absent where no edit can help
 * @param command the exact command that helps where an edit cannot; offered, never run
 * @param next what to do first, as the end of "Next:", where that does not follow from fix and command; with a colon at its
 *     end the command comes first, and the fix after it
 * @param topic what {@code lab read} has on it, if anything
 * @param remark true if it is worth knowing but stands in nobody's way
 * @param consequences messages of Terraform that follow from it and are folded under it
 */
public record Diagnosis(
        String mistake,
        String title,
        String explanation,
        @Nullable Place place,
        @Nullable Fix fix,
        @Nullable String command,
        @Nullable String next,
        @Nullable String topic,
        boolean remark,
        List<String> consequences) {
    public Diagnosis {
        consequences = List.copyOf(consequences);
    }

    /** Whether the command has to be run before the edit is made. */
    public boolean commandFirst() {
        return command != null && next != null && next.endsWith(":");
    }

    /**
     * A smallest edit.
     *
     * @param summary what it does, in one line
     * @param edits never overlapping
     */
    public record Fix(String summary, List<Edit> edits) {
        public Fix {
            edits = List.copyOf(edits);
        }
    }

    /**
     * One replacement of text. Lines and columns count from 1, columns in Unicode code points, the end is exclusive. An
     * edit of a file that does not exist, with all positions 1, creates it.
     */
    public record Edit(String file, int startLine, int startColumn, int endLine, int endColumn, String newText) {}
}
