package dev.plumbline.authoring.mutation;

import dev.plumbline.lab.Check;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.Requirement;

/** Which requirement should have caught a mutant. */
final class Guard {
    private Guard() {}

    /** Its id, or a sentence that there is none. */
    static String of(Lab lab, Mutant mutant) {
        for (Requirement requirement : lab.requirements()) {
            if (SituationMutations.flat(requirement.check()).anyMatch(check -> looksAt(lab, check, mutant))) {
                return requirement.id();
            }
        }
        return mutant.touches().isEmpty()
                ? "no requirement looks at this"
                : "no requirement looks at " + mutant.touches();
    }

    private static boolean looksAt(Lab lab, Check check, Mutant mutant) {
        String touches = mutant.touches();
        if (check instanceof Check.Attribute asked) {
            return !touches.isEmpty()
                    && (asked.attribute().equals(touches)
                            || asked.attribute().startsWith(touches + ".")
                            || asked.attribute().equals(touches + "_all"));
        }
        if (check instanceof Check.Region) {
            return touches.equals("region");
        }
        if (check instanceof Check.SingleFile) {
            return mutant.kind() == MutantKind.FILES;
        }
        boolean unsaid = touches.isEmpty() && mutant.kind() != MutantKind.FILES;
        return check instanceof Check.NoChanges
                && (unsaid
                        || mutant.kind() == MutantKind.STATE
                        || touches.equals(lab.subject().identity()));
    }
}
