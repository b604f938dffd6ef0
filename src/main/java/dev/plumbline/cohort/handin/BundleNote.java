package dev.plumbline.cohort.handin;

import dev.plumbline.cohort.bundle.BundlePath;
import dev.plumbline.grading.Report;
import dev.plumbline.lab.Lab;

/** The text file for a person who opens a bundle with a zip program. */
final class BundleNote {
    private BundleNote() {}

    static String text(Lab lab, Report report) {
        return """
                This is work for the lab "%s" (%s), handed in with 'lab submit'.
                On the learner's machine it was judged: %s.

                %-28s the learner's files under their own names
                %-28s the judgement: every requirement, why, and what each layer says
                %-28s what the learner did, line by line, if they used 'lab start'
                %-28s what each layer answered
                %-28s the plan that the judgement rests on
                %-28s what is in here, checksums, what was masked, what was left out

                To judge the recorded evidence again, without Terraform and AWS:  lab replay FILE
                To do the work anew from its code, which proves it:               lab grade %s FILE --out DIR

                All of this comes from the learner's machine. A replay shows that it agrees with itself;
                only 'lab grade' shows that the code does what it should.
                """
                .formatted(
                        lab.title(),
                        lab.id(),
                        report.verdict().word(),
                        BundlePath.WORK,
                        BundlePath.REPORT,
                        BundlePath.JOURNAL,
                        BundlePath.EVIDENCE,
                        BundlePath.PLAN,
                        BundlePath.MANIFEST,
                        lab.id());
    }
}
