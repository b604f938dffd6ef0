package dev.plumbline.grading.gather;

import dev.plumbline.cloud.Backend;
import dev.plumbline.engine.WarmEngine;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The environment of the provider in the grader's runs. Whoever asks the warm engine with an equal one is served by the
 * same processes, so everybody who runs Terraform for the product asks with this one.
 */
public final class ProviderVariables {
    private ProviderVariables() {}

    /**
     * What the provider needs to reach the AWS that is meant, and the learner's own region.
     *
     * @param caller the learner's shell
     */
    public static Map<String, String> of(Map<String, String> caller, Backend backend) {
        Map<String, String> aws = new TreeMap<>(backend.environment());
        for (String name : List.of("AWS_REGION", "AWS_DEFAULT_REGION")) {
            String value = caller.get(name);
            if (value != null && !value.isEmpty()) {
                aws.put(name, value);
            }
        }
        if (backend instanceof Backend.Embedded) {
            aws.put(WarmEngine.MOVABLE_ENDPOINT, "yes");
        }
        // Lets the endpoint's record of calls tell our runs from the learner's.
        aws.put("TF_APPEND_USER_AGENT", "plumbline-grader");
        return aws;
    }
}
