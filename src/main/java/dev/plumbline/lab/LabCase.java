package dev.plumbline.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One right or wrong answer that the author keeps beside a lab, with what must come of it.
 *
 * @param name its folder's name below {@code cases/}
 * @param directory the folder with its files
 * @param expectsPass whether the lab has to accept it
 * @param fails the requirements that must be unmet; no other may be
 * @param mistake the first diagnosis, or empty if the author does not say
 * @param layer how far it is taken
 * @param base what state and cloud begin with
 * @param environment variables of the learner's shell
 * @param steps what happens after the files are in place
 * @param why what it shows
 */
public record LabCase(
        String name,
        Path directory,
        boolean expectsPass,
        List<String> fails,
        String mistake,
        Depth layer,
        Base base,
        Map<String, String> environment,
        List<SetupStep> steps,
        String why) {
    public LabCase {
        fails = List.copyOf(fails);
        environment = Map.copyOf(environment);
        steps = List.copyOf(steps);
    }

    /** How far a case is taken. */
    public enum Depth {
        /** Planned for real; what the plan promises is taken as applied. */
        PLAN,
        /** Its steps are run for real, then it is graded as a learner's work is. */
        APPLIED
    }

    /** What state and cloud begin with. */
    public enum Base {
        /** What the lab's set-up makes; nothing, where it has none. */
        EMPTY,
        /** The solution, applied. */
        SOLUTION
    }
}
