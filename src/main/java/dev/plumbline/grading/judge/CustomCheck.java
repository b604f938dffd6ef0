package dev.plumbline.grading.judge;

import dev.plumbline.grading.Evidence;

/**
 * A check in Java, for what the vocabulary of {@link dev.plumbline.lab.Check} cannot say. Put the class on the class path
 * with a {@code META-INF/services} entry and name it in the lab: {@code check: {java: NAME}}. It must not start a process
 * and must not print.
 */
public interface CustomCheck {
    /** The name labs use. */
    String name();

    /** Judges; an exception counts as trouble on our side, never as the learner's mistake. */
    Outcome judge(Evidence evidence);
}
