package dev.plumbline.grading;

import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.lab.Lab;
import dev.plumbline.terraform.source.Configuration;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.util.List;
import java.util.Map;

/**
 * The evidence of a run of which the slower layers have not answered yet. Asking for one of them starts nothing: the answer
 * is that it is not known. What is judged on it may say that something is wrong, never that all is well.
 */
public final class EvidenceSoFar implements Evidence {
    private static final String NOT_YET = "Not looked at yet.";

    private final Evidence whole;
    private final boolean planned;

    private EvidenceSoFar(Evidence whole, boolean planned) {
        this.whole = whole;
        this.planned = planned;
    }

    /** Files and state alone. */
    public static EvidenceSoFar source(Evidence whole) {
        return new EvidenceSoFar(whole, false);
    }

    /** Everything but the cloud. */
    public static EvidenceSoFar plan(Evidence whole) {
        return new EvidenceSoFar(whole, true);
    }

    @Override
    public Lab lab() {
        return whole.lab();
    }

    @Override
    public WorkspaceSnapshot workspace() {
        return whole.workspace();
    }

    @Override
    public Map<String, String> learnerEnvironment() {
        return whole.learnerEnvironment();
    }

    @Override
    public ValidationEvidence validation() {
        return planned ? whole.validation() : new ValidationEvidence.Unavailable(Trouble.learners(NOT_YET));
    }

    @Override
    public PlanEvidence plan() {
        return planned ? whole.plan() : new PlanEvidence.Unavailable(Trouble.learners(NOT_YET));
    }

    @Override
    public StateEvidence state() {
        return whole.state();
    }

    @Override
    public CloudEvidence cloud() {
        return new NotAsked();
    }

    @Override
    public Configuration source() {
        return whole.source();
    }

    @Override
    public History history() {
        return whole.history();
    }

    @Override
    public Map<String, Long> timings() {
        return whole.timings();
    }

    /** A cloud that nobody has asked. */
    private static final class NotAsked implements CloudEvidence {
        @Override
        public LiveAnswer find(String type, String identity, String region, String account) {
            return new LiveAnswer.Unknown(LiveAnswer.Cause.DENIED, NOT_YET);
        }

        @Override
        public List<String> list(String type, String region, String account) {
            return List.of();
        }

        @Override
        public List<String> regions() {
            return List.of();
        }
    }
}
