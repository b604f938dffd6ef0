package dev.plumbline.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One learner's work with its true verdict.
 *
 * @param name the case's name, which is its folder's
 * @param folder where its files lie
 * @param expected what is true of it
 * @param setup the steps that lead to where the learner is, see {@link StepParser}
 * @param environment variables of the learner's shell
 * @param server the condition of the AWS that answers
 * @param fix how it is put right, where the case says so
 */
record CorpusCase(
        String name,
        Path folder,
        Expected expected,
        List<String> setup,
        Map<String, String> environment,
        ServerCondition server,
        @Nullable Fix fix) {

    /**
     * What is true of a case.
     *
     * @param verdict pass, fail or pending
     * @param stage how far the learner is; empty where the case does not say
     * @param requirements by the lab's ids: pass, fail or pending; empty where only the verdict is known
     * @param contested requirements that reasonable teachers would judge differently: not scored
     * @param mistake id of the first diagnosis, {@code none}, or empty where the case does not say
     */
    record Expected(
            String verdict, String stage, Map<String, String> requirements, Set<String> contested, String mistake) {}

    /**
     * The smallest way to a pass.
     *
     * @param steps what is run after the edit
     * @param edits whether a file is edited (then the program is to offer that edit)
     */
    record Fix(List<String> steps, boolean edits) {}

    /** Whether the program is to offer an edit that, with the case's steps after it, leads to a pass. */
    boolean fixIsAnEdit() {
        return fix != null && fix.edits();
    }
}
