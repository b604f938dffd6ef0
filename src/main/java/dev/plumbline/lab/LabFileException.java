package dev.plumbline.lab;

import java.util.List;
import java.util.stream.Collectors;

/** A lab cannot be used as it is written; carries every problem found, in the order of the file. */
public final class LabFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<LabProblem> problems;

    /** At least one problem. */
    public LabFileException(List<LabProblem> problems) {
        super(problems.stream().map(LabProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the file. */
    public List<LabProblem> problems() {
        return problems;
    }
}
