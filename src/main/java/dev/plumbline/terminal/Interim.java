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
        if (before == null) {
            return first(soFar);
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
        return with(
                soFar,
                worse ? Verdict.FAILED : before.verdict(),
                begins ? soFar.stage() : before.stage(),
                results,
                before.remarks());
    }

    /** Nothing is blocked because it has not been looked at yet. */
    private static Report first(Report soFar) {
        if (soFar.verdict() == Verdict.NOT_GRADABLE) {
            return soFar;
        }
        List<RequirementResult> results = soFar.requirements().stream()
                .map(r -> r.status() == Status.BLOCKED ? r.withStatus(Status.PENDING) : r)
                .toList();
        return with(soFar, Verdict.FAILED, soFar.stage(), results, List.of());
    }

    private static Report with(
            Report from, Verdict verdict, Stage stage, List<RequirementResult> results, List<String> remarks) {
        return new Report(
                from.lab(), verdict, stage, results, from.diagnoses(), remarks, null, from.tools(), from.timings());
    }
}
