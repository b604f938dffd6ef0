package dev.plumbline.cohort.exam;

import dev.plumbline.grading.Report;
import dev.plumbline.grading.Verdict;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.SetupStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What cannot be seen from code that is applied anew: what the learner did by commands. */
final class Unseen {
    private Unseen() {}

    /** What a report of a pass should say of it. */
    static List<String> remarks(Lab lab, Report report, Optional<Takeover> takeover) {
        List<String> remarks = new ArrayList<>();
        if (report.verdict() != Verdict.PASSED) {
            return remarks;
        }
        takeover.filter(Takeover::claimed)
                .ifPresent(
                        taken -> remarks.add("The import that the handed-in state speaks of was done again in a clean "
                                + "account: terraform import " + taken.address() + " " + taken.id() + "."));
        if (beginsWithDrift(lab)) {
            remarks.add(
                    "This lab begins with a change made outside Terraform, which any apply of the right code undoes, the "
                            + "code of the beginning too. Whether the learner found the change cannot be seen from code; a bundle "
                            + "(lab submit) keeps what was done.");
        }
        return remarks;
    }

    /** The report, where it would rest on something that nobody saw: a person has to ask. */
    static Report settled(Report report, Optional<Takeover> takeover) {
        if (report.verdict() != Verdict.PASSED
                || takeover.isEmpty()
                || takeover.get().claimed()) {
            return report;
        }
        Takeover taken = takeover.get();
        String why = "The code passes if it was taken over with: terraform import " + taken.address() + " " + taken.id()
                + ". Whether it was cannot be seen: there is no import block, and no state that says so was handed in. Ask for "
                + "the state, or for a bundle (lab submit).";
        return new Report(
                report.lab(),
                Verdict.COULD_NOT_GRADE,
                report.stage(),
                report.requirements(),
                report.diagnoses(),
                report.remarks(),
                why,
                report.tools(),
                report.timings());
    }

    private static boolean beginsWithDrift(Lab lab) {
        boolean applied = false;
        for (SetupStep step : lab.setup()) {
            if (step instanceof SetupStep.Terraform terraform) {
                applied |= terraform.arguments().contains("apply");
            } else if (step instanceof SetupStep.Cloud && applied) {
                return true;
            }
        }
        return false;
    }
}
