package dev.plumbline.lab;

import java.util.Map;

/** Something that is done before the learner starts, or during a drill, in the order given. */
public sealed interface SetupStep {
    /**
     * A call to AWS outside Terraform.
     *
     * @param service in the SDK's name: {@code kinesis}
     * @param operation in the API's name: {@code CreateStream}
     * @param region where, with Mustache variables
     * @param parameters in the API's names; texts with Mustache variables
     */
    record Cloud(String service, String operation, String region, Map<String, Object> parameters) implements SetupStep {
        public Cloud {
            parameters = Map.copyOf(parameters);
        }
    }

    /** A Terraform command in the workspace, by its words after {@code terraform}: {@code apply -auto-approve}. */
    record Terraform(java.util.List<String> arguments) implements SetupStep {
        public Terraform {
            arguments = java.util.List.copyOf(arguments);
        }
    }

    /** Copies a file of the lab's folder into the workspace. */
    record CopyFile(String from, String to) implements SetupStep {}

    /** Removes a file of the workspace. */
    record RemoveFile(String file) implements SetupStep {}
}
