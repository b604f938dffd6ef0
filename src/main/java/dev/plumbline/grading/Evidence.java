package dev.plumbline.grading;

import dev.plumbline.lab.Lab;
import dev.plumbline.terraform.source.Configuration;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.util.Map;

/** Everything one run knows of one learner's work. Each layer is gathered when first asked for, and once. */
public interface Evidence {
    /** The lab that is judged. */
    Lab lab();

    /** The folder. */
    WorkspaceSnapshot workspace();

    /**
     * The learner's own environment as far as it is part of their situation: AWS_REGION, AWS_DEFAULT_REGION, and the names
     * TF_CLI_ARGS*, TF_VAR_*, TF_WORKSPACE, which the grader clears and the coach may have to mention; and the name of an AWS
     * key that is missing beside the other one, or set to nothing.
     */
    Map<String, String> learnerEnvironment();

    /** Terraform on the file alone. */
    ValidationEvidence validation();

    /** Terraform on file, state and cloud. */
    PlanEvidence plan();

    /** The state as it lies there. */
    StateEvidence state();

    /** The account's own answer. */
    CloudEvidence cloud();

    /** The code as it is written. */
    Configuration source();

    /** What the learner was seen to run. */
    History history();

    /** Milliseconds spent per layer so far, and {@code total}. */
    Map<String, Long> timings();
}
