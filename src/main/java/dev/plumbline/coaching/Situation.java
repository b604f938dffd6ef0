package dev.plumbline.coaching;

import dev.plumbline.grading.Evidence;
import dev.plumbline.grading.PlanEvidence;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.StateEvidence;
import dev.plumbline.grading.ValidationEvidence;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.SetupStep;
import dev.plumbline.terraform.Diagnostic;
import dev.plumbline.terraform.PlanDocument;
import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Expression;
import dev.plumbline.terraform.source.Severity;
import dev.plumbline.terraform.source.SourceFile;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One learner's situation: the evidence of a run, and the few things most recognisers want to know of it. */
final class Situation {
    private final Lab lab;
    private final Wanted wanted;
    private final Evidence evidence;
    private final Report report;
    private final Catalogue catalogue;
    private final Code code;
    private final Meaning meaning;
    private final boolean sourceOnly;

    Situation(Lab lab, Evidence evidence, Report report, Catalogue catalogue, boolean sourceOnly) {
        this.lab = lab;
        this.wanted = Wanted.of(lab);
        this.evidence = evidence;
        this.report = report;
        this.catalogue = catalogue;
        this.code = Code.of(evidence.source(), wanted.codeFile());
        this.meaning = new Meaning(evidence.source(), evidence.workspace().selectedWorkspace());
        this.sourceOnly = sourceOnly;
    }

    Lab lab() {
        return lab;
    }

    Wanted wanted() {
        return wanted;
    }

    Evidence evidence() {
        return evidence;
    }

    Report report() {
        return report;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Code code() {
        return code;
    }

    Meaning meaning() {
        return meaning;
    }

    WorkspaceSnapshot folder() {
        return evidence.workspace();
    }

    /** Whether any code file cannot be parsed. */
    boolean isBroken() {
        return code.files().stream().anyMatch(Situation::isBroken);
    }

    /** Whether Terraform could not parse the file. */
    static boolean isBroken(SourceFile file) {
        return file.troubles().stream().anyMatch(t -> t.severity() == Severity.BREAKS);
    }

    /** Terraform's messages about the file alone. */
    List<Diagnostic> validation() {
        if (sourceOnly) {
            return List.of();
        }
        ValidationEvidence said = evidence.validation();
        if (said instanceof ValidationEvidence.Invalid invalid) {
            return invalid.diagnostics();
        }
        return said instanceof ValidationEvidence.Valid valid ? valid.warnings() : List.of();
    }

    /** Whether Terraform itself refuses the code. */
    boolean isRefused() {
        return validation().stream().anyMatch(Diagnostic::isError);
    }

    /** Terraform's errors at plan, where one was tried. */
    List<Diagnostic> planErrors() {
        if (sourceOnly || !(evidence.plan() instanceof PlanEvidence.Refused refused)) {
            return List.of();
        }
        return refused.diagnostics().stream().filter(Diagnostic::isError).toList();
    }

    /** All of Terraform's errors. */
    List<Diagnostic> errors() {
        List<Diagnostic> all = new ArrayList<>();
        validation().stream().filter(Diagnostic::isError).forEach(all::add);
        planErrors().stream().filter(d -> !all.contains(d)).forEach(all::add);
        return all;
    }

    /** The plan, if one could be made. */
    Optional<PlanDocument> plan() {
        return !sourceOnly && evidence.plan() instanceof PlanEvidence.Planned planned
                ? Optional.of(planned.document())
                : Optional.empty();
    }

    /** Whether plan would say "No changes."; false where there is no plan. */
    boolean isPlanClean() {
        return !sourceOnly && evidence.plan() instanceof PlanEvidence.Planned planned && planned.isClean();
    }

    /** The state as it lies there. */
    StateEvidence state() {
        return evidence.state();
    }

    /**
     * Whether the lab gives the subject without any record of it: nobody's state was lost then, and to take it over is the
     * task.
     */
    boolean isGivenUnrecorded() {
        return wanted.preserved()
                && !lab.setup().isEmpty()
                && lab.setup().stream().noneMatch(SetupStep.Terraform.class::isInstance);
    }

    /** Whether only the source is to be looked at. */
    boolean isSourceOnly() {
        return sourceOnly;
    }

    /** The learner's own environment, as far as it is theirs. */
    Map<String, String> environment() {
        return evidence.learnerEnvironment();
    }

    /** The resource blocks of the lab's type. */
    List<Block> subjects() {
        return code.resources(wanted.type());
    }

    /** The block that is, or comes nearest to, what the lab asks for. */
    @Nullable
    Block subject() {
        List<Block> all = subjects();
        if (all.isEmpty()) {
            return null;
        }
        for (Block block : all) {
            if (wanted.name().equals(meaning.text(block, wanted.identity()).orElse(null))) {
                return block;
            }
        }
        return all.get(0);
    }

    /** The address of the subject, for commands: from the code, else from the state, else as one would write it. */
    String address() {
        Block block = subject();
        if (block != null && !block.label(1).isEmpty()) {
            String base = wanted.type() + "." + block.label(1);
            return base + meaning.instanceKey(block);
        }
        return state().managed(wanted.type()).stream()
                .map(r -> r.address())
                .findFirst()
                .orElse(wanted.type() + "." + wanted.label());
    }

    /** The value of an argument as written, if it is there. */
    static @Nullable Expression valueOf(Block block, String argument) {
        return block.body().argument(argument).map(Argument::value).orElse(null);
    }

    /** Whether a resource block says everything the lab asks for. */
    boolean isRight(Block block) {
        return wanted.name().equals(meaning.text(block, wanted.identity()).orElse(null))
                && wanted.attributes().entrySet().stream()
                        .allMatch(e -> meaning.satisfies(block, e.getKey(), e.getValue()));
    }

    /** What the lab wants an argument of a block to be, as text; empty where it does not say. */
    String wantedText(Block block, String argument) {
        if (block.type().equals("resource") && block.label(0).equals(wanted.type())) {
            Object value = argument.equals(wanted.identity())
                    ? wanted.name()
                    : wanted.attributes().get(argument);
            return value == null ? "" : value.toString();
        }
        if (block.type().equals("provider")) {
            return argument.equals("region") ? wanted.region() : "";
        }
        Object nested = wanted.attributes().get(block.type() + "." + argument);
        return nested == null ? "" : nested.toString();
    }

    /** Everything the lab asks for, as code. */
    Blueprint blueprint() {
        return new Blueprint(wanted);
    }
}
