package dev.plumbline.authoring.proof;

import dev.plumbline.grading.RequirementResult;
import dev.plumbline.grading.Status;
import dev.plumbline.grading.Verdict;
import dev.plumbline.lab.LabCase;
import dev.plumbline.stand.Judged;
import java.util.ArrayList;
import java.util.List;

/**
 * What must come of an answer.
 *
 * @param passes whether the lab has to accept it
 * @param fails the requirements that must not be met; no other may be unmet. Empty for an answer that fails and of which
 *     the author does not say why
 * @param mistake the first diagnosis; empty where the author does not say
 */
record Expectation(boolean passes, List<String> fails, String mistake) {
    Expectation {
        fails = List.copyOf(fails);
    }

    static Expectation of(LabCase one) {
        return new Expectation(one.expectsPass(), one.fails(), one.mistake());
    }

    /** In a few words. */
    String words() {
        return passes ? "passes" : fails.isEmpty() ? "fails" : "fails " + String.join(", ", fails);
    }

    /** Everything in which a judgement is not as expected, in sentences; none where it is. */
    List<String> faults(Judged judged) {
        List<String> faults = new ArrayList<>();
        Verdict verdict = judged.report().verdict();
        Verdict wanted = passes ? Verdict.PASSED : Verdict.FAILED;
        if (verdict != wanted) {
            String trouble = judged.report().trouble();
            faults.add("The verdict is " + verdict.word() + ", expected " + wanted.word()
                    + (trouble == null ? "." : ": " + trouble));
        }
        for (RequirementResult result : judged.report().requirements()) {
            if (fails.contains(result.id()) && result.status() == Status.MET) {
                faults.add(result.id() + " is met and should not be: " + result.message());
            }
            boolean blamed = result.status() == Status.UNMET && !fails.contains(result.id());
            boolean lacking = passes && result.status() != Status.MET;
            if ((blamed && (passes || !fails.isEmpty())) || (lacking && !blamed)) {
                faults.add(result.id() + " is " + result.status().word() + " and should "
                        + (passes ? "be met" : "not be") + ": " + result.message());
            }
        }
        return faults;
    }

    /**
     * What is wrong before the plan is carried out, in a lab that begins with nothing: there, what is not applied yet may be
     * pending, and nothing may be called unmet that is right.
     */
    List<String> faultsBeforeApply(Judged judged) {
        List<String> faults = new ArrayList<>();
        for (RequirementResult result : judged.report().requirements()) {
            boolean blamed = result.status() == Status.UNMET && !fails.contains(result.id());
            if (blamed && (passes || !fails.isEmpty())) {
                faults.add(result.id() + " is called unmet before anything is applied: " + result.message());
            }
        }
        return faults;
    }

    /** What is wrong with the first diagnosis. */
    List<String> faultsOfMistake(Judged judged) {
        if (mistake.isEmpty() || judged.mistake().equals(mistake)) {
            return List.of();
        }
        return List.of("The first diagnosis is " + (judged.mistake().isEmpty() ? "none" : judged.mistake())
                + ", expected " + mistake + ".");
    }
}
