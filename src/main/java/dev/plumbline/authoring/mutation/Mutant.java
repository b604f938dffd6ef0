package dev.plumbline.authoring.mutation;

import dev.plumbline.lab.LabCase;
import dev.plumbline.stand.Answer;
import java.util.List;
import java.util.Map;

/**
 * One changed answer, with what happens around it.
 *
 * @param id the same in every run
 * @param touches the attribute that is changed, as checks name it, or empty
 * @param base what it begins with: the lab's beginning, where its plan is carried out; or the solution applied
 * @param answer the files
 * @param shell variables of the learner's shell
 * @param acts what happens after the files are in place
 */
record Mutant(
        String id,
        MutantKind kind,
        String touches,
        LabCase.Base base,
        Answer answer,
        Map<String, String> shell,
        List<Act> acts) {
    Mutant {
        shell = Map.copyOf(shell);
        acts = List.copyOf(acts);
    }

    /** An answer that nothing is applied of yet. */
    static Mutant fresh(String id, String touches, Answer answer, MutantKind kind) {
        return new Mutant(id, kind, touches, LabCase.Base.EMPTY, answer, Map.of(), List.of());
    }

    /** An edit of the applied solution. */
    static Mutant edit(String id, String touches, Answer answer) {
        return new Mutant(
                "applied/" + id, MutantKind.EDITS, touches, LabCase.Base.SOLUTION, answer, Map.of(), List.of());
    }

    /** What happens to the applied solution. */
    static Mutant event(
            MutantKind kind, String id, String touches, Answer answer, Map<String, String> shell, Act... acts) {
        return new Mutant(id, kind, touches, LabCase.Base.SOLUTION, answer, shell, List.of(acts));
    }

    /** Whether it must pass. */
    boolean mustPass() {
        return kind == MutantKind.EQUIVALENT;
    }
}
