package dev.plumbline.cohort.replay;

import dev.plumbline.cohort.bundle.Alteration;
import dev.plumbline.cohort.evidence.RecordedEvidence;
import dev.plumbline.terraform.PlanDocument;
import dev.plumbline.terraform.Values;
import dev.plumbline.terraform.source.Evaluator;
import dev.plumbline.terraform.source.Finding;
import dev.plumbline.terraform.source.Instances;
import dev.plumbline.terraform.source.ResourceInstance;
import dev.plumbline.terraform.source.ResourceView;
import dev.plumbline.terraform.source.Situation;
import dev.plumbline.terraform.source.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a plan can be one of this code: the same resources of the lab's type, with the values that the code gives them. */
final class CodeAgreement {
    private final RecordedEvidence evidence;
    private final String type;
    private final Set<String> attributes;
    private final List<Alteration> found = new ArrayList<>();

    CodeAgreement(RecordedEvidence evidence, String type, Set<String> attributes) {
        this.evidence = evidence;
        this.type = type;
        this.attributes = attributes;
    }

    List<Alteration> with(PlanDocument plan) {
        Evaluator evaluator = new Evaluator(
                evidence.source(), new Situation(Map.of(), evidence.workspace().selectedWorkspace()));
        Set<String> written = new HashSet<>();
        boolean all = true;
        for (ResourceView resource : evidence.source().resources(type)) {
            if (evaluator.instances(resource) instanceof Instances.Listed listed) {
                for (ResourceInstance instance : listed.list()) {
                    written.add(instance.address());
                    instance(instance, plan);
                }
            } else {
                all = false;
            }
        }
        if (all) {
            plan.planned().stream()
                    .filter(r -> r.type().equals(type) && r.mode().equals("managed"))
                    .map(PlanDocument.Resource::address)
                    .filter(address -> !address.startsWith("module.") && !written.contains(address))
                    .forEach(address -> say("The plan has " + address + ", and the code does not."));
        }
        return found;
    }

    private void instance(ResourceInstance instance, PlanDocument plan) {
        PlanDocument.Resource planned = plan.planned().stream()
                .filter(r -> r.address().equals(instance.address()))
                .findFirst()
                .orElse(null);
        if (planned == null) {
            say("The code has " + instance.address() + ", and the plan does not.");
            return;
        }
        Set<String> ignored = new HashSet<>();
        instance.resource().ignoreChanges().forEach(name -> ignored.add(name.name()));
        for (String attribute : attributes) {
            if (ignored.contains("all") || ignored.contains(attribute.split("\\.", -1)[0])) {
                continue;
            }
            for (Finding one : instance.attribute(attribute.split("\\.", -1))) {
                Object code = one.inObject() ? null : data(one.value());
                Object there = Values.at(planned.values(), attribute);
                if (Same.differ(code, there)) {
                    say(instance.address() + ": " + attribute + " is " + code + " by the code ("
                            + one.range().file() + ":" + one.range().startLine() + ") and " + there
                            + " by the plan.");
                }
            }
        }
        region(instance, planned);
    }

    /** What is there already lives where the plan found it, and the plan looked where the code says. */
    private void region(ResourceInstance instance, PlanDocument.Resource planned) {
        Object arn = planned.values().get("arn");
        String[] parts = arn == null ? new String[0] : arn.toString().split(":", 6);
        Object code = instance.region().map(r -> data(r.value())).orElse(null);
        if (parts.length == 6 && code instanceof String region && !region.equals(parts[3])) {
            say(instance.address() + ": the code looks in " + region + ", and the plan has found it in " + parts[3]
                    + ".");
        }
    }

    private static @Nullable Object data(Value value) {
        return value instanceof Value.Known known ? known.data() : null;
    }

    private void say(String words) {
        found.add(new Alteration(Agreement.CODE_AND_PLAN, words));
    }
}
