package dev.plumbline.corpus;

import java.io.IOException;
import java.nio.file.Path;

/** What judges a workspace and makes the edit that is offered: the program behind its command line, or its parts in here. */
interface GraderUnderTest {
    /** Judges the workspace of a case, in the conditions of its environment and its server. */
    LabReport check(CorpusCase work, Prepared prepared, Path logs) throws IOException, InterruptedException;

    /** Makes the edit that is offered now, if one is. */
    void fix(CorpusCase work, Prepared prepared, Path logs) throws IOException, InterruptedException;
}
