package dev.plumbline.grading;

import org.jspecify.annotations.Nullable;

/**
 * One thing that one layer says about one requirement.
 *
 * @param layer who says it
 * @param says the statement, in words
 * @param place where in the learner's files, if it has a place
 */
public record Finding(Layer layer, String says, @Nullable Place place) {
    /** A statement without a place in a file. */
    public static Finding of(Layer layer, String says) {
        return new Finding(layer, says, null);
    }

    /**
     * A place in a file of the workspace.
     *
     * @param file relative to the workspace, with forward slashes
     * @param line from 1
     * @param column from 1, in Unicode code points
     */
    public record Place(String file, int line, int column) {}
}
