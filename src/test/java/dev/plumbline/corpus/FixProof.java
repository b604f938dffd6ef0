package dev.plumbline.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Whether the fix that the program offers works: it is applied in a copy of the workspace as a learner would, again until
 * none is offered, then the case's own steps follow, and the grader must pass the result.
 */
final class FixProof {
    private static final int EDITS_AT_MOST = 5;

    private final Preparation preparation;
    private final GraderUnderTest lab;

    FixProof(Preparation preparation, GraderUnderTest lab) {
        this.preparation = preparation;
        this.lab = lab;
    }

    /** Proves the fix of a case that is mended by an edit. */
    Proof prove(CorpusCase work, Prepared prepared, Path scratch) throws IOException, InterruptedException {
        List<String> steps = Objects.requireNonNull(work.fix()).steps();
        Prepared copy = prepared.copyTo(scratch.resolve("fixing"));
        int edits = 0;
        String before = source(copy);
        while (edits < EDITS_AT_MOST) {
            lab.fix(work, copy, scratch);
            String after = source(copy);
            if (after.equals(before)) {
                break;
            }
            before = after;
            edits++;
        }
        if (edits == 0) {
            return Proof.not("no edit was offered");
        }
        Prepared fixed;
        try {
            fixed = preparation.after(work, copy, steps);
        } catch (StepRunner.StepFailed failed) {
            return Proof.not("after " + edits + " edits: " + failed.getMessage());
        }
        LabReport report = lab.check(work, fixed.copyTo(scratch.resolve("fixed")), scratch);
        if (report.verdict().equals("passed")) {
            return new Proof(true, edits == 1 ? "" : edits + " edits");
        }
        return Proof.not("after " + edits + " edits and the steps: " + report.verdict() + ", " + report.diagnoses());
    }

    /** What the learner wrote, and nothing that the tools keep beside it. */
    private static String source(Prepared prepared) throws IOException {
        return Trees.fingerprint(List.of(), prepared.workspace(), name -> name.startsWith("."));
    }

    /**
     * The result.
     *
     * @param proven whether the workspace passed after the fix
     * @param why what there is to say
     */
    record Proof(boolean proven, String why) {
        static Proof not(String why) {
            return new Proof(false, why);
        }
    }
}
