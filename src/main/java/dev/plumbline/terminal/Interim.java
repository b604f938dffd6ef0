package dev.plumbline.terminal;

import dev.plumbline.grading.Report;
import dev.plumbline.grading.RequirementResult;
import dev.plumbline.grading.Stage;
import dev.plumbline.grading.Status;
import dev.plumbline.grading.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the screen while slower layers are still being asked: what the quick ones found wrong, and everything else
 * as it was, so that a save makes nothing flicker that it did not change.
 */
final class Interim {
    private Interim() {}

    /**
     * Lays a half-known report over the last whole one.
     *
     * @param before the last whole report; null before the first
     */
    static Report over(@Nullable Report before, Report soFar) {
        if (before == null || before.trouble() != null) {
            return soFar;
        }
        List<RequirementResult> results = new ArrayList<>();
        boolean worse = false;
        for (RequirementResult now : soFar.requirements()) {
            Optional<RequirementResult> then = before.requirements().stream()
                    .filter(r -> r.id().equals(now.id()))
                    .findFirst();
            boolean decided = now.status() == Status.UNMET || then.isEmpty();
            results.add(decided ? now : then.get());
            worse |= decided && then.isPresent() && then.get().status() == Status.MET;
        }
        boolean begins = soFar.stage() == Stage.UNWRITTEN || before.stage() == Stage.UNWRITTEN;
        return new Report(
                soFar.lab(),
                worse ? Verdict.FAILED : before.verdict(),
                begins ? soFar.stage() : before.stage(),
                results,
                soFar.diagnoses(),
                before.remarks(),
                null,
                before.tools(),
                soFar.timings());
    }
}
