package dev.plumbline.lab;

import java.util.List;
import java.util.Map;

/** Something that is done before the learner starts, or during a drill, in the order given. */
public sealed interface SetupStep {
    /**
     * A call to AWS outside Terraform.
     *
     * @param service in the SDK's name: {@code kinesis}
     * @param operation in the API's name: {@code CreateStream}
     * @param region where
     * @param parameters in the API's names
     */
    record Cloud(String service, String operation, String region, Map<String, Object> parameters) implements SetupStep {
        public Cloud {
            parameters = Map.copyOf(parameters);
        }
    }

    /** A Terraform command in the workspace, by its words after {@code terraform}: {@code apply -auto-approve}. The
     * variable {@code {{address}}} is the address of the subject in the state. */
    record Terraform(List<String> arguments) implements SetupStep {
        public Terraform {
            arguments = List.copyOf(arguments);
        }
    }

    /** Copies a file of the lab's folder into the workspace. */
    record CopyFile(String from, String to) implements SetupStep {}

    /** Removes a file of the workspace. */
    record RemoveFile(String file) implements SetupStep {}

    /** Replaces every occurrence of a text in a file of the workspace, as a colleague's hand would. */
    record ReplaceText(String file, String find, String replacement) implements SetupStep {}
}
