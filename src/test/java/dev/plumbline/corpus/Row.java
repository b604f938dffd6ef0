package dev.plumbline.corpus;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param judgement what came of grading; null where it did not come to that
 * @param proof what came of the fix; null where none is to be proven
 * @param trouble why the replay itself failed; empty where it did not
 * @param prepareMillis time taken by the setup, or by finding it done
 * @param gradeMillis time taken by the grader, its start and the wait for its turn included
 */
record Row(
        CorpusCase work,
        @Nullable Judgement judgement,
        FixProof.@Nullable Proof proof,
        String trouble,
        long prepareMillis,
        long gradeMillis) {

    /** Whether verdict, requirements and diagnosis are right and the fix, where asked for, is proven. */
    boolean right() {
        return trouble.isEmpty()
                && (judgement == null || (judgement.right() && judgement.mistakeRight()))
                && (proof == null || proof.proven());
    }

    /** One line for each thing that is not as it should be. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        if (!trouble.isEmpty()) {
            complaints.add("replay: " + trouble);
        }
        if (judgement != null) {
            LabReport report = judgement.report();
            CorpusCase.Expected expected = work.expected();
            if (!judgement.verdictRight()) {
                complaints.add("verdict: the case is " + expected.verdict() + ", said " + report.verdict());
            }
            complaints.addAll(judgement.wrongStatuses());
            if (!judgement.mistakeRight()) {
                complaints.add("diagnosis: the mistake is " + expected.mistake() + ", said " + report.diagnoses());
            }
            if (!judgement.stageRight()) {
                complaints.add("stage (not counted): is " + expected.stage() + ", said " + report.stage());
            }
        }
        if (proof != null && !proof.proven()) {
            complaints.add("fix: " + proof.why());
        }
        return complaints;
    }
}
