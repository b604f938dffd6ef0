package dev.plumbline.grading;

import dev.plumbline.grading.judge.Code;
import dev.plumbline.grading.judge.SubjectView;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.util.ArrayList;
import java.util.List;

/** What is worth knowing and not counted. */
final class Remarks {
    private Remarks() {}

    static List<String> of(Evidence evidence, SubjectView subject) {
        List<String> remarks = new ArrayList<>();
        List<String> values = evidence.workspace().entries().stream()
                .map(WorkspaceSnapshot.Entry::name)
                .filter(WorkspaceSnapshot::isValues)
                .toList();
        if (!values.isEmpty()) {
            remarks.add("Values come from " + String.join(", ", values) + ": allowed, since it holds no code.");
        }
        if (subject.code() instanceof Code.Declared declared) {
            if (declared.instances().size() > 1) {
                remarks.add("The code asks for " + declared.instances().size() + " of " + subject.type()
                        + ". One is enough for the task; every further one costs money on a real account.");
            }
            boolean regionless = declared.instances().stream()
                    .anyMatch(i -> i.region().kind() == dev.plumbline.grading.judge.CodeValue.Kind.ABSENT);
            if (regionless
                    && (evidence.learnerEnvironment().containsKey("AWS_REGION")
                            || evidence.learnerEnvironment().containsKey("AWS_DEFAULT_REGION"))) {
                remarks.add(
                        "The region comes from your shell alone: on another machine this file would not say where.");
            }
            boolean tagged =
                    declared.instances().stream().anyMatch(i -> i.written().contains("tags"));
            if (tagged) {
                remarks.add("Tags are set: good practice, and not required.");
            }
        }
        List<String> hidden = evidence.learnerEnvironment().keySet().stream()
                .filter(n -> n.startsWith("TF_CLI_ARGS") || n.startsWith("TF_VAR_"))
                .sorted()
                .toList();
        if (!hidden.isEmpty()) {
            remarks.add("Your shell sets " + String.join(", ", hidden) + ". The check runs without it.");
        }
        return remarks;
    }
}
