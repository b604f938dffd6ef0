package dev.plumbline.grading;

import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.grading.judge.Code;
import dev.plumbline.grading.judge.SubjectView;
import dev.plumbline.lab.SetupStep;
import dev.plumbline.terraform.StateFile;
import java.util.List;

/** How far the learner has come, from what lies in the folder and what they were seen to run. */
final class StageFinder {
    private StageFinder() {}

    static Stage stage(Evidence evidence, SubjectView subject) {
        boolean recorded = subject.recorded().isPresent()
                || evidence.state().current().resources().stream()
                        .anyMatch(r -> r.mode().equals("managed"));
        if (subject.code() instanceof Code.Nothing) {
            return recorded ? Stage.DRIFTED : Stage.UNWRITTEN;
        }
        if (recorded) {
            return applied(evidence, subject);
        }
        boolean live = subject.live() instanceof LiveAnswer.Found;
        if (live && subject.code() instanceof Code.Declared && !isYetToBeTakenOver(evidence)) {
            return Stage.DRIFTED;
        }
        if (!live && wasDestroyed(evidence.state().current())) {
            return Stage.DESTROYED;
        }
        if (!evidence.workspace().initialised()) {
            return Stage.WRITTEN;
        }
        return evidence.history().planned() ? Stage.PLANNED : Stage.INITIALISED;
    }

    /** What was there before the learner's work has not drifted from it: it waits for an import. */
    private static boolean isYetToBeTakenOver(Evidence evidence) {
        List<SetupStep> setup = evidence.lab().setup();
        boolean given = setup.stream().anyMatch(SetupStep.Cloud.class::isInstance)
                && setup.stream().noneMatch(SetupStep.Terraform.class::isInstance);
        return given
                || evidence.source().blocks().stream().anyMatch(b -> b.type().equals("import"));
    }

    private static Stage applied(Evidence evidence, SubjectView subject) {
        if (evidence.plan() instanceof PlanEvidence.Planned planned) {
            if (!planned.isClean() || subject.live() instanceof LiveAnswer.Absent) {
                return Stage.DRIFTED;
            }
            return evidence.history().verified() ? Stage.VERIFIED : Stage.APPLIED;
        }
        return evidence.plan() instanceof PlanEvidence.Refused ? Stage.DRIFTED : Stage.APPLIED;
    }

    /** Terraform counts a state's serial up with every change: one without resources that was changed before had some. */
    private static boolean wasDestroyed(StateFile state) {
        return state instanceof StateFile.Present present && present.resources().isEmpty() && present.serial() > 2;
    }
}
