package dev.plumbline.grading.judge;

import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.cloud.LiveResource;
import dev.plumbline.grading.Layer;
import dev.plumbline.grading.PlanEvidence;
import dev.plumbline.grading.Status;
import dev.plumbline.grading.Trouble;
import dev.plumbline.lab.Check;
import dev.plumbline.lab.Requirement;
import dev.plumbline.terraform.PlanDocument;
import dev.plumbline.terraform.StateFile;
import dev.plumbline.terraform.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The subject is in the state, lives, and a plan of the grader's own has no change. The sentence "No changes." alone proves
 * nothing: an empty file gets it too (shared facts, "No changes is a weak oracle").
 */
final class NoChangesJudge {
    private final SubjectView view;
    private final Set<String> unmet;

    /**
     * Over that view.
     *
     * @param unmet ids of requirements already found unmet, for what ignore_changes hides
     */
    NoChangesJudge(SubjectView view, Set<String> unmet) {
        this.view = view;
        this.unmet = unmet;
    }

    Outcome judge() {
        Outcome.Draft draft = new Outcome.Draft("No changes.");
        boolean recorded = view.recorded().isPresent();
        if (view.code() instanceof Code.Nothing) {
            return recorded
                    ? draft.says(Layer.SOURCE, "There is no code.")
                            .says(Layer.STATE, "The state still lists the " + view.noun() + ".")
                            .is(Status.UNMET, "code gone", "The code that made the " + view.noun() + " is gone.")
                    : draft.is(Status.PENDING, null, "Nothing is written yet. An empty file says \"No changes.\" too.");
        }
        if (view.code() instanceof Code.Broken broken) {
            return draft.says(Layer.SOURCE, broken.why(), broken.place())
                    .is(Status.BLOCKED, null, "Waits for the file: Terraform cannot read it yet.");
        }
        PlanEvidence plan = view.evidence().plan();
        if (plan instanceof PlanEvidence.Planned planned) {
            return planned(planned, draft);
        }
        if (plan instanceof PlanEvidence.Refused refused) {
            String first = refused.diagnostics().stream()
                    .filter(d -> d.isError())
                    .map(d -> d.summary())
                    .findFirst()
                    .orElse("an error");
            draft.says(Layer.PLAN, "Terraform refuses to plan: " + first + ".");
            if (view.evidence().state().current() instanceof StateFile.Damaged) {
                return draft.is(Status.BLOCKED, null, "Waits for the state: Terraform cannot read it.");
            }
            return draft.is(Status.BLOCKED, null, "Waits for a plan, which Terraform refuses: " + first + ".");
        }
        Trouble trouble = ((PlanEvidence.Unavailable) plan).trouble();
        draft.says(Layer.PLAN, trouble.message());
        return draft.is(Status.BLOCKED, null, "No plan could be made: " + trouble.message());
    }

    private Outcome planned(PlanEvidence.Planned planned, Outcome.Draft draft) {
        boolean recorded = view.recorded().isPresent();
        String summary = summary(planned.document());
        draft.says(
                Layer.PLAN,
                planned.isClean() ? "A fresh plan has no changes." : "A fresh plan wants to " + summary + ".");
        draft.says(
                Layer.STATE,
                recorded
                        ? "The state lists " + view.recorded().get().address() + "."
                        : "The state lists no " + view.noun() + " of this code.");
        LiveAnswer live = view.live();
        if (live instanceof LiveAnswer.Unknown unknown) {
            draft.says(Layer.CLOUD, unknown.message());
            return draft.is(recorded ? Status.BLOCKED : Status.PENDING, null, "AWS could not be asked.");
        }
        boolean alive = live instanceof LiveAnswer.Found;
        draft.says(Layer.CLOUD, alive ? "The " + view.noun() + " is live." : "There is no such " + view.noun() + ".");
        if (!recorded) {
            return alive && view.instance().isPresent()
                    ? draft.isNotApplied(
                            summary,
                            "AWS has a " + view.noun() + " of that name, and your Terraform state does not know it.")
                    : draft.is(
                            Status.PENDING,
                            planned.isClean() ? "No changes, and nothing there" : summary,
                            planned.isClean()
                                    ? "Plan says \"No changes.\" because nothing is asked for: that is no "
                                            + view.noun() + " yet."
                                    : "Nothing is applied yet.");
        }
        if (!planned.isClean()) {
            return draft.is(Status.UNMET, summary, "A fresh plan wants to " + summary + ".");
        }
        if (!alive) {
            return draft.is(
                    Status.UNMET,
                    "not live",
                    "Plan says \"No changes.\", and AWS does not have the " + view.noun() + ".");
        }
        return hidden(((LiveAnswer.Found) live).resource(), draft);
    }

    /** What ignore_changes keeps plan from saying: the file's own values against the live ones. */
    private Outcome hidden(LiveResource live, Outcome.Draft draft) {
        Optional<Code.Instance> instance = view.instance();
        if (instance.isEmpty()) {
            return draft.is(
                    Status.BLOCKED,
                    null,
                    "The plan is clean, and the code declares no " + view.noun() + " of this lab.");
        }
        List<String> different = new ArrayList<>();
        Set<String> ignored = instance.get().ignoredChanges();
        for (String path : instance.get().written()) {
            if (!ignored.contains("*") && !ignored.contains(top(path))) {
                continue;
            }
            Object said = instance.get().attribute(path).value();
            Object there = Values.at(live.attributes(), path);
            if (said != null && live.attributes().containsKey(top(path)) && !Objects.equals(text(said), text(there))) {
                different.add(path);
            }
        }
        if (different.isEmpty()) {
            return draft.is(Status.MET, "No changes.", "In the state, live, and a fresh plan has nothing to do.");
        }
        draft.says(
                Layer.SOURCE,
                "ignore_changes hides " + String.join(", ", different) + ".",
                instance.get().place());
        boolean judgedElsewhere = different.stream().allMatch(this::isJudgedElsewhere);
        return draft.is(
                judgedElsewhere ? Status.BLOCKED : Status.UNMET,
                "hidden: " + String.join(", ", different),
                "Plan says \"No changes.\" only because ignore_changes hides a difference in "
                        + String.join(", ", different) + ".");
    }

    private boolean isJudgedElsewhere(String path) {
        return view.evidence().lab().requirements().stream()
                .filter(r -> unmet.contains(r.id()))
                .map(Requirement::check)
                .anyMatch(check -> check instanceof Check.Attribute attribute
                        && top(attribute.attribute()).equals(top(path)));
    }

    private static String top(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    private static String text(@org.jspecify.annotations.Nullable Object value) {
        return SubjectView.words(value);
    }

    private static String summary(PlanDocument document) {
        List<String> parts = new ArrayList<>();
        document.changes().stream()
                .filter(c -> !c.isNoOp())
                .limit(4)
                .forEach(c -> parts.add(verb(c) + " " + c.address()));
        if (document.outputsChange()) {
            parts.add("change the outputs");
        }
        return parts.isEmpty() ? "change something" : String.join(", ", parts);
    }

    private static String verb(PlanDocument.ResourceChange change) {
        Set<String> actions = Set.copyOf(change.actions());
        if (actions.contains("create") && actions.contains("delete")) {
            return "replace";
        }
        if (actions.contains("create")) {
            return "create";
        }
        if (actions.contains("delete")) {
            return "destroy";
        }
        if (actions.contains("update")) {
            return "update";
        }
        if (actions.contains("forget")) {
            return "forget";
        }
        return change.importing() ? "import" : "move";
    }
}
