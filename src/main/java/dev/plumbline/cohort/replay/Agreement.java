package dev.plumbline.cohort.replay;

import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.cohort.bundle.Alteration;
import dev.plumbline.cohort.evidence.RecordedEvidence;
import dev.plumbline.grading.PlanEvidence;
import dev.plumbline.grading.gather.CloudAnswers;
import dev.plumbline.lab.Check;
import dev.plumbline.lab.Lab;
import dev.plumbline.terraform.PlanDocument;
import dev.plumbline.terraform.StateFile;
import dev.plumbline.terraform.Values;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the layers of recorded evidence can be of one moment: the plan was made of this code and this state, and saw this
 * cloud. Only what no honest work can bring about is named: that a layer says something else than the lab wants is for the
 * grader.
 */
final class Agreement {
    static final String CODE_AND_PLAN = "code and plan";
    static final String STATE_AND_PLAN = "state and plan";
    static final String PLAN_AND_CLOUD = "plan and cloud";

    private final RecordedEvidence evidence;
    private final String type;
    private final String identity;
    private final Set<String> attributes = new LinkedHashSet<>();
    private final List<Alteration> found = new ArrayList<>();

    private Agreement(RecordedEvidence evidence) {
        Lab lab = evidence.lab();
        this.evidence = evidence;
        this.type = lab.subject().resource();
        this.identity = lab.subject().identity();
        attributes.add(identity);
        lab.requirements().forEach(requirement -> collect(requirement.check()));
    }

    private void collect(Check check) {
        if (check instanceof Check.Attribute attribute
                && (attribute.resource().isEmpty() || attribute.resource().equals(type))) {
            attributes.add(attribute.attribute());
        } else if (check instanceof Check.All all) {
            all.checks().forEach(this::collect);
        }
    }

    /** What cannot be, each as a sentence. To be asked after the judgement, which asks the recorded cloud. */
    static List<Alteration> disagreements(RecordedEvidence evidence) {
        Agreement agreement = new Agreement(evidence);
        if (evidence.plan() instanceof PlanEvidence.Planned planned) {
            agreement.planItself(planned);
            agreement.found.addAll(
                    new CodeAgreement(evidence, agreement.type, agreement.attributes).with(planned.document()));
            agreement.state(planned.document());
            agreement.cloud(planned.document());
        }
        evidence.unanswered()
                .forEach(question -> agreement.found.add(new Alteration(
                        "cloud",
                        "The judgement of these files asks AWS about " + question.type() + " " + question.identity()
                                + " in " + question.region() + ", and the evidence holds no answer.")));
        return List.copyOf(agreement.found);
    }

    private void planItself(PlanEvidence.Planned planned) {
        boolean changes = planned.document().hasChanges();
        if (planned.exitCode() != (changes ? 2 : 0)) {
            found.add(new Alteration(
                    "plan",
                    "Terraform's exit code is noted as " + planned.exitCode() + ", and the plan itself has "
                            + (changes ? "changes" : "no change") + "."));
        }
        for (PlanDocument.ResourceChange change : planned.document().changes()) {
            if (change.isNoOp() && change.type().equals(type) && change.mode().equals("managed")) {
                String address = change.address();
                of(planned.document().planned(), address)
                        .ifPresent(after -> of(planned.document().refreshed(), address)
                                .ifPresent(before ->
                                        compare("plan", address, "before", before.values(), "after", after.values())));
            }
        }
    }

    private void state(PlanDocument plan) {
        boolean moves = evidence.source().blocks().stream()
                .anyMatch(b -> b.type().equals("moved")
                        || b.type().equals("import")
                        || b.type().equals("removed"));
        List<StateFile.Resource> recorded = evidence.state().managed(type);
        for (PlanDocument.Resource resource : plan.refreshed()) {
            if (!resource.type().equals(type) || !resource.mode().equals("managed") || moves) {
                continue;
            }
            String name = text(resource.values(), identity);
            recorded.stream()
                    .filter(r -> r.address().equals(resource.address()))
                    .findFirst()
                    .ifPresentOrElse(
                            r -> {
                                if (!r.text(identity).equals(name)) {
                                    found.add(new Alteration(
                                            STATE_AND_PLAN,
                                            resource.address() + " is called " + r.text(identity) + " in the state and "
                                                    + name + " in the plan."));
                                }
                            },
                            () -> found.add(new Alteration(
                                    STATE_AND_PLAN,
                                    "The plan knows " + resource.address() + ", and the state has no such resource.")));
        }
    }

    private void cloud(PlanDocument plan) {
        Map<CloudAnswers.Question, LiveAnswer> answers = evidence.answers().found();
        for (PlanDocument.Resource resource : plan.refreshed()) {
            String arn = text(resource.values(), "arn");
            String name = text(resource.values(), identity);
            answers.forEach((question, answer) -> {
                if (!question.type().equals(resource.type())
                        || !question.identity().equals(name)) {
                    return;
                }
                if (answer instanceof LiveAnswer.Found live
                        && text(live.resource().attributes(), "arn").equals(arn)) {
                    compare(
                            PLAN_AND_CLOUD,
                            resource.address(),
                            "the plan",
                            resource.values(),
                            "AWS",
                            live.resource().attributes());
                } else if (answer instanceof LiveAnswer.Absent && isThere(arn, question)) {
                    found.add(new Alteration(
                            PLAN_AND_CLOUD,
                            "The plan has seen " + name + " in " + question.region()
                                    + ", and AWS says it is not there."));
                }
            });
        }
    }

    private static boolean isThere(String arn, CloudAnswers.Question question) {
        String[] parts = arn.split(":", 6);
        return parts.length == 6
                && parts[3].equals(question.region())
                && (question.account().isEmpty() || parts[4].equals(question.account()));
    }

    private void compare(
            String between,
            String address,
            String first,
            Map<String, @Nullable Object> one,
            String second,
            Map<String, @Nullable Object> other) {
        for (String attribute : attributes) {
            Object here = Values.at(one, attribute);
            Object there = Values.at(other, attribute);
            if (Same.differ(here, there)) {
                found.add(new Alteration(
                        between,
                        address + ": " + attribute + " is " + here + " by " + first + " and " + there + " by " + second
                                + "."));
            }
        }
    }

    private static java.util.Optional<PlanDocument.Resource> of(List<PlanDocument.Resource> all, String address) {
        return all.stream().filter(r -> r.address().equals(address)).findFirst();
    }

    private static String text(Map<String, @Nullable Object> values, String path) {
        Object value = Values.at(values, path);
        return value == null ? "" : value.toString();
    }
}
