package dev.plumbline.workbench;

import dev.plumbline.grading.Evidence;
import dev.plumbline.grading.Layer;
import dev.plumbline.grading.Report;

/** Hears how a check comes along. */
@FunctionalInterface
public interface CheckProgress {
    /** Nobody listens. */
    CheckProgress UNHEARD = (layer, evidence, soFar) -> {};

    /**
     * A layer has answered.
     *
     * @param layer which
     * @param evidence what is known so far; asking it for more starts nothing
     * @param soFar judged on that, without the coach
     */
    void landed(Layer layer, Evidence evidence, Report soFar);

    /** Whether anybody listens, so that it is worth judging what is only half known. */
    default boolean heard() {
        return this != UNHEARD;
    }
}
