package dev.plumbline.grading.judge;

import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.grading.Layer;
import dev.plumbline.grading.PlanEvidence;
import dev.plumbline.grading.Status;
import dev.plumbline.lab.Check;
import dev.plumbline.terraform.PlanDocument;
import dev.plumbline.terraform.StateFile;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The checks that are a few lines each: managed, preserved, count, and what a plan must not do. */
final class OtherJudges {
    private OtherJudges() {}

    static Outcome managed(SubjectView view) {
        Outcome.Draft draft = new Outcome.Draft("in the state and live");
        LiveAnswer live = view.live();
        boolean alive = live instanceof LiveAnswer.Found;
        if (view.recorded().isPresent()) {
            StateFile.Resource resource = view.recorded().get();
            draft.says(Layer.STATE, "The state lists " + resource.address() + ".");
            String name = resource.text(view.identity());
            if (!name.equals(view.wanted())) {
                return draft.is(
                        Status.UNMET,
                        name,
                        "Terraform manages " + name + ", and the task is about " + view.wanted() + ".");
            }
            if (live instanceof LiveAnswer.Unknown unknown) {
                return draft.says(Layer.CLOUD, unknown.message()).is(Status.BLOCKED, null, "AWS could not be asked.");
            }
            draft.says(Layer.CLOUD, alive ? "It is live." : "AWS does not have it.");
            return alive
                    ? draft.is(Status.MET, "in the state and live", "Terraform manages the " + view.noun() + ".")
                    : draft.is(Status.UNMET, "in the state alone", "The state lists it, and AWS does not have it.");
        }
        draft.says(Layer.STATE, "The state does not list it.");
        return alive
                ? draft.says(Layer.CLOUD, "It is live.")
                        .is(Status.PENDING, "live alone", "It is live, and your Terraform state does not know it yet.")
                : draft.is(Status.PENDING, null, "Nothing is managed yet.");
    }

    /** Whether the live one is that which the setup made. */
    static Outcome preserved(SubjectView view, SetupRecord made) {
        Outcome.Draft draft = new Outcome.Draft("the one that was there before");
        LiveAnswer live = view.wantedLive();
        if (live instanceof LiveAnswer.Unknown unknown) {
            return draft.says(Layer.CLOUD, unknown.message()).is(Status.BLOCKED, null, "AWS could not be asked.");
        }
        boolean lost = isLost(view, made);
        if (!(live instanceof LiveAnswer.Found found)) {
            draft.says(Layer.CLOUD, "There is no such " + view.noun() + ".");
            String gone = "The " + view.noun() + " that was there before is gone.";
            return lost ? draft.isLost("gone", gone) : draft.is(Status.UNMET, "gone", gone);
        }
        if (made.created().isEmpty() || found.resource().created() == null) {
            return draft.is(
                    Status.BLOCKED,
                    null,
                    "Nothing is recorded of the " + view.noun() + " the lab began with: run lab reset.");
        }
        boolean same = made.created().get().equals(found.resource().created());
        draft.says(Layer.CLOUD, "It was made at " + found.resource().created() + ".");
        if (same) {
            return draft.is(
                    planReplaces(view) ? Status.UNMET : Status.MET,
                    "the same",
                    planReplaces(view)
                            ? "It is still the same, and the plan would replace it."
                            : "It is the very " + view.noun() + " that was there before.");
        }
        return lost
                ? draft.isLost("a new one", "This " + view.noun() + " was made anew: what the old one held is lost.")
                : draft.is(
                        Status.UNMET,
                        "another one",
                        "Terraform has another " + view.noun() + ", in "
                                + found.resource().region() + ". The one that was there before is still in "
                                + view.wantedRegion() + ".");
    }

    /** Whether the one that was there before is no longer where it was. */
    private static boolean isLost(SubjectView view, SetupRecord made) {
        LiveAnswer there = view.inWantedPlace();
        return there instanceof LiveAnswer.Absent
                || (there instanceof LiveAnswer.Found found
                        && made.created().isPresent()
                        && found.resource().created() != null
                        && !made.created().get().equals(found.resource().created()));
    }

    private static boolean planReplaces(SubjectView view) {
        return view.evidence().plan() instanceof PlanEvidence.Planned planned
                && planned.document().changes().stream()
                        .filter(c -> c.type().equals(view.type()))
                        .anyMatch(c -> c.actions().contains("delete"));
    }

    static Outcome count(SubjectView view, Check.Count check) {
        Outcome.Draft draft = new Outcome.Draft(check.predicate().expected());
        if (view.code() instanceof Code.Nothing) {
            return draft.is(Status.PENDING, null, "Nothing is written yet.");
        }
        if (view.code() instanceof Code.Broken broken) {
            return draft.says(Layer.SOURCE, broken.why(), broken.place())
                    .is(Status.BLOCKED, null, "Waits for the file: Terraform cannot read it yet.");
        }
        int declared = view.code() instanceof Code.Declared d ? d.instances().size() : 0;
        List<StateFile.Resource> recorded = view.evidence().state().managed(view.type());
        draft.says(Layer.SOURCE, "The file asks for " + declared + ".");
        draft.says(Layer.STATE, "The state lists " + recorded.size() + ".");
        if (!check.predicate().test(BigDecimal.valueOf(declared))) {
            return draft.is(
                    Status.UNMET,
                    Integer.toString(declared),
                    "The file asks for " + declared + " of " + view.type() + ".");
        }
        return recorded.size() == declared
                ? draft.is(Status.MET, Integer.toString(declared), "As many as wanted.")
                : draft.is(
                        Status.PENDING, Integer.toString(recorded.size()), "The file is right; it is not applied yet.");
    }

    /** Whether a plan looks at all of the subject. */
    static Outcome nothingIgnored(SubjectView view) {
        Outcome.Draft draft = new Outcome.Draft("no ignore_changes");
        if (view.code() instanceof Code.Broken broken) {
            return draft.says(Layer.SOURCE, broken.why(), broken.place())
                    .is(Status.BLOCKED, null, "Waits for the file: Terraform cannot read it yet.");
        }
        Optional<Code.Instance> instance = view.instance();
        if (instance.isEmpty()) {
            return draft.is(Status.PENDING, null, "There is no " + view.noun() + " in the file.");
        }
        Set<String> ignored = new TreeSet<>(instance.get().ignoredChanges());
        if (ignored.isEmpty()) {
            return draft.says(
                            Layer.SOURCE,
                            "A plan looks at all of it.",
                            instance.get().place())
                    .is(Status.MET, "none", "A plan looks at all of the " + view.noun() + ".");
        }
        String names = ignored.contains("*") ? "everything" : String.join(", ", ignored);
        draft.says(
                Layer.SOURCE, "ignore_changes: " + names + ".", instance.get().place());
        return draft.is(
                Status.UNMET,
                names,
                "ignore_changes makes Terraform look away from " + names
                        + ": a plan is quiet, and file and AWS may differ all the same.");
    }

    static Outcome planHasNo(SubjectView view, Check.PlanHasNo check) {
        Outcome.Draft draft = new Outcome.Draft("no " + String.join(", no ", check.actions()));
        if (!(view.evidence().plan() instanceof PlanEvidence.Planned planned)) {
            return draft.is(Status.BLOCKED, null, "Waits for a plan.");
        }
        for (PlanDocument.ResourceChange change : planned.document().changes()) {
            Set<String> actions = Set.copyOf(change.actions());
            boolean replace = actions.contains("create") && actions.contains("delete");
            for (String unwanted : check.actions()) {
                boolean hit = unwanted.equals("replace") ? replace : actions.contains(unwanted);
                if (change.type().equals(view.type()) && hit) {
                    return draft.says(
                                    Layer.PLAN, change.address() + ": " + String.join(" and ", change.actions()) + ".")
                            .is(Status.UNMET, unwanted, "The plan would " + unwanted + " " + change.address() + ".");
                }
            }
        }
        return draft.says(Layer.PLAN, "The plan does none of it.").is(Status.MET, "none", "The plan does none of it.");
    }
}
