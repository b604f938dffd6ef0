package dev.plumbline.grading.judge;

import dev.plumbline.grading.Evidence;
import java.util.List;
import java.util.ServiceLoader;

/**
 * A check in Java, for what the vocabulary of {@link dev.plumbline.lab.Check} cannot say. Put the class on the class path
 * with a {@code META-INF/services} entry and name it in the lab: {@code check: {java: NAME}}. It must not start a process
 * and must not print.
 */
public interface CustomCheck {
    /** The name labs use. */
    String name();

    /** All that are installed: those that {@link ServiceLoader} finds on the class path. */
    static List<CustomCheck> installed() {
        return ServiceLoader.load(CustomCheck.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /** Judges; an exception counts as trouble on our side, never as the learner's mistake. */
    Outcome judge(Evidence evidence);
}
