package dev.plumbline.cohort.exam;

import dev.plumbline.grading.Report;
import java.util.Set;

/**
 * How one submission was judged.
 *
 * @param report the report
 * @param secrets texts of the submission that must appear in nothing that is written
 * @param providerDied whether a warm provider ended under it, so that it is better graded again without
 */
public record Graded(Report report, Set<String> secrets, boolean providerDied) {
    public Graded {
        secrets = Set.copyOf(secrets);
    }
}
