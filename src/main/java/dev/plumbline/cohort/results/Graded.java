package dev.plumbline.cohort.results;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One submission as it was graded.
 *
 * @param id the name of its folder below {@code submissions}
 * @param lab the lab's id
 * @param verdict its word: passed, failed, not-gradable or could-not-grade
 * @param score the points; null where the work was not judged
 * @param maxScore the points that can be earned
 * @param seconds how long grading took; null where that was not noted
 * @param trouble why it was not judged; empty where it was
 * @param requirements in the lab's order
 * @param mistakes what the coach found, the cause first; what is only remarked on is left out
 */
record Graded(
        String id,
        String lab,
        String verdict,
        @Nullable Integer score,
        int maxScore,
        @Nullable Double seconds,
        String trouble,
        List<Requirement> requirements,
        List<Mistake> mistakes) {
    Graded {
        requirements = List.copyOf(requirements);
        mistakes = List.copyOf(mistakes);
    }

    /** One requirement: its status as a word, and what was said of it. */
    record Requirement(String id, String title, String status, String message, String expected, String actual) {}

    /**
     * One mistake.
     *
     * @param place {@code file:line}, or empty
     */
    record Mistake(String id, String title, String explanation, String place) {}

    /** The status of that requirement; empty where the report does not have it. */
    String status(String requirement) {
        return requirements.stream()
                .filter(r -> r.id().equals(requirement))
                .map(Requirement::status)
                .findFirst()
                .orElse("");
    }

    /** What to talk about first. */
    Optional<Mistake> firstMistake() {
        return mistakes.stream().findFirst();
    }

    /** Whether it has a score. */
    boolean isJudged() {
        return score != null;
    }
}
