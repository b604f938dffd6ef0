package dev.plumbline.grading.judge;

import dev.plumbline.grading.Evidence;
import dev.plumbline.grading.Finding;
import dev.plumbline.grading.Layer;
import dev.plumbline.grading.Status;
import dev.plumbline.grading.WorkAbove;
import dev.plumbline.workspace.WorkspaceSnapshot;
import dev.plumbline.workspace.WorkspaceSnapshot.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All Terraform code of the folder is in the one file, values files aside; no modules. */
final class SingleFileJudge {
    private final Evidence evidence;
    private final Code code;
    private final List<Finding.Place> modules;

    SingleFileJudge(Evidence evidence, Code code, List<Finding.Place> modules) {
        this.evidence = evidence;
        this.code = code;
        this.modules = modules;
    }

    Outcome judge() {
        WorkspaceSnapshot workspace = evidence.workspace();
        String wanted = evidence.lab().rules().codeFile();
        Outcome.Draft draft = new Outcome.Draft(wanted + " alone");
        List<String> files = workspace.codeFiles();
        List<String> others = files.stream().filter(f -> !f.equals(wanted)).toList();
        if (!others.isEmpty()) {
            draft.says(Layer.SOURCE, "Code files: " + String.join(", ", files) + ".");
            return draft.is(
                    Status.UNMET,
                    String.join(", ", files),
                    files.contains(wanted)
                            ? "Terraform also loads " + String.join(", ", others) + ". Everything belongs in " + wanted
                                    + "."
                            : "The code is in " + String.join(", ", others) + ". It belongs in " + wanted + ".");
        }
        if (!modules.isEmpty()) {
            draft.says(Layer.SOURCE, "A module is called.", modules.get(0));
            return draft.is(
                    Status.UNMET, "a module", "A module keeps code elsewhere. Everything belongs in " + wanted + ".");
        }
        if (code instanceof Code.Nothing) {
            return missing(workspace, wanted, draft);
        }
        return draft.says(Layer.SOURCE, "All code is in " + wanted + ".")
                .is(Status.MET, wanted, "All code is in " + wanted + ".");
    }

    private Outcome missing(WorkspaceSnapshot workspace, String wanted, Outcome.Draft draft) {
        List<String> near = new ArrayList<>();
        workspace.entries().stream()
                .filter(e -> e.kind() == Kind.FILE && e.bytes() > 0 && isNear(e.name(), wanted))
                .filter(e -> !e.name().equals(wanted)) // comments alone: as if it were empty
                .forEach(e -> near.add(e.name()));
        if (!near.isEmpty()) {
            draft.says(Layer.SOURCE, "There is " + String.join(", ", near) + ", which Terraform does not load.");
            return draft.is(
                    Status.UNMET,
                    String.join(", ", near),
                    "Terraform does not load " + String.join(", ", near) + ". The file has to be called " + wanted
                            + ".");
        }
        Optional<String> above =
                workspace.entry(wanted).isEmpty() ? WorkAbove.file(evidence.lab(), workspace) : Optional.empty();
        if (above.isPresent()) {
            draft.says(Layer.SOURCE, "One folder up there is " + above.get() + ".");
            return draft.is(
                    Status.UNMET,
                    "../" + above.get(),
                    "There is code one folder up (" + above.get() + "), and none here.");
        }
        return draft.says(Layer.SOURCE, "There is no code yet.").is(Status.PENDING, null, "Nothing is written yet.");
    }

    /** {@code main.tf.txt}, {@code main.tofu}, {@code main.hcl} and their like. */
    private static boolean isNear(String name, String wanted) {
        String stem = wanted.substring(0, wanted.indexOf('.')).toLowerCase(Locale.ROOT);
        String low = name.toLowerCase(Locale.ROOT);
        boolean ending = low.contains(".tf.")
                || low.endsWith(".tf")
                || low.endsWith(".tofu")
                || low.endsWith(".terraform")
                || low.endsWith(".hcl")
                || low.endsWith(".tf_")
                || low.equals(stem + ".txt")
                || low.equals(stem);
        return ending && !low.contains("tfstate") && !low.startsWith(".terraform.lock") && !low.endsWith("~");
    }
}
