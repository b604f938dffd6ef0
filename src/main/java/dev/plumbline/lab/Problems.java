package dev.plumbline.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong with an author's files, so that several errors are told at once. */
public final class Problems {
    /** More than this many at once help nobody. */
    private static final int MOST = 50;

    private final List<LabProblem> found = new ArrayList<>();

    /** Notes one problem; the same problem twice counts once. */
    public void add(LabProblem problem) {
        if (found.size() < MOST && !found.contains(problem)) {
            found.add(problem);
        }
    }

    /** Whether nothing is wrong so far. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** What is wrong so far, by file, line and column. */
    public List<LabProblem> list() {
        return found.stream()
                .sorted(Comparator.comparing(LabProblem::file)
                        .thenComparingInt(LabProblem::line)
                        .thenComparingInt(LabProblem::column))
                .toList();
    }

    /**
     * Ends the reading if anything is wrong.
     *
     * @throws LabFileException with all problems so far
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new LabFileException(list());
        }
    }
}
