package dev.plumbline.corpus;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A workspace as the learner left it, inside a home folder of its own (some learners work one folder too high).
 *
 * @param home the folder round the workspace
 */
record Prepared(Path home) {
    /** The name of the workspace in its home. */
    static final String WORKSPACE = "terraform";

    /** The learner's folder. */
    Path workspace() {
        return home.resolve(WORKSPACE);
    }

    /** A copy, so that nothing done to it can reach this one. What was in the place before is deleted. */
    Prepared copyTo(Path place) throws IOException {
        Trees.delete(place);
        Trees.copy(home, place, name -> false);
        return new Prepared(place);
    }
}
