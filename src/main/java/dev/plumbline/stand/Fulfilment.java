package dev.plumbline.stand;

import dev.plumbline.cloud.OutOfBand;
import dev.plumbline.grading.PlanEvidence;
import dev.plumbline.terraform.CommandResult;
import dev.plumbline.terraform.PlanDocument.ResourceChange;
import dev.plumbline.terraform.source.Configuration;
import dev.plumbline.terraform.source.Evaluator;
import dev.plumbline.terraform.source.Instances;
import dev.plumbline.terraform.source.ResourceInstance;
import dev.plumbline.terraform.source.ResourceView;
import dev.plumbline.terraform.source.Situation;
import dev.plumbline.terraform.source.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Carries out what a plan promises, in a second where {@code terraform apply} takes 20 to 30: the provider sleeps in every
 * create and update whatever AWS does, so what the plan creates, updates or deletes is done by the calls the provider
 * would make, {@code terraform import} takes what was created into the state, and then a real {@code terraform apply} has
 * the last word: whatever is still missing, it does itself, with its own waits. So the state and the AWS that are judged
 * are always those after a real apply, and only who made the calls differs. Where a type cannot be changed outside
 * Terraform, or anything goes unlike the plan, nothing is anticipated and the real apply does it all.
 */
public final class Fulfilment {
    private final Stand stand;
    private final Map<String, String> shell;
    private final Judged before;

    private Fulfilment(Stand stand, Map<String, String> shell, Judged before) {
        this.stand = stand;
        this.shell = shell;
        this.before = before;
    }

    /**
     * Carries the plan out and judges again.
     *
     * @param before what was judged, with its plan
     * @return the judgement after it; the same where Terraform refuses to plan or nothing is planned
     */
    public static Judged of(Stand stand, Map<String, String> shell, Judged before, boolean coached)
            throws IOException, InterruptedException {
        if (!(before.plan() instanceof PlanEvidence.Planned planned) || planned.isClean()) {
            return before;
        }
        return new Fulfilment(stand, shell, before).run(planned, coached);
    }

    private Judged run(PlanEvidence.Planned planned, boolean coached) throws IOException, InterruptedException {
        List<ResourceChange> changes = planned.document().changes().stream()
                .filter(change -> !change.isNoOp())
                .toList();
        boolean creations = !changes.isEmpty()
                && changes.stream().allMatch(change -> change.actions().equals(List.of("create")))
                && !planned.document().outputsChange();
        boolean anticipated = changes.stream().allMatch(Fulfilment::canBeDoneOutside)
                && !createsAndDeletes(changes)
                && anticipate(changes);
        if (anticipated && creations) {
            Judged after = stand.judge(shell, coached);
            if (after.plan() instanceof PlanEvidence.Planned now && now.isClean()) {
                return after;
            }
        }
        CommandResult ignored =
                stand.terraform(shell, "apply", "-input=false", "-auto-approve", "-no-color", "-lock=false");
        return stand.judge(shell, coached);
    }

    /** Terraform does both at once, and where they meet on one name neither order of ours would be its own. */
    private static boolean createsAndDeletes(List<ResourceChange> changes) {
        return changes.stream().anyMatch(change -> change.actions().contains("create"))
                && changes.stream().anyMatch(change -> change.actions().contains("delete"));
    }

    private static boolean canBeDoneOutside(ResourceChange change) {
        Set<String> actions = Set.copyOf(change.actions());
        return change.mode().equals("managed")
                && OutOfBand.of(change.type()).isPresent()
                && !change.importing()
                && (actions.equals(Set.of("create"))
                        || actions.equals(Set.of("update"))
                        || actions.equals(Set.of("delete")));
    }

    /** Does what can be done without the provider; false where something went unlike the plan, all of it undone again. */
    private boolean anticipate(List<ResourceChange> changes) throws InterruptedException {
        List<ResourceChange> created = new ArrayList<>();
        for (ResourceChange change : changes) {
            OutOfBand outside = OutOfBand.of(change.type()).orElseThrow();
            Optional<String> region = region(change);
            if (region.isEmpty()) {
                return undone(created);
            }
            Optional<String> refused =
                    stand.outside(() -> switch (change.actions().get(0)) {
                        case "create" -> outside.create(stand.endpoint(), region.get(), change.after());
                        case "update" -> outside.change(stand.endpoint(), region.get(), change.before(), known(change));
                        default -> outside.remove(stand.endpoint(), region.get(), change.before());
                    });
            if (refused.isPresent()) {
                return undone(created);
            }
            if (change.actions().equals(List.of("create"))) {
                created.add(change);
            }
        }
        for (ResourceChange change : created) {
            String id = OutOfBand.of(change.type()).orElseThrow().importId(change.after());
            CommandResult taken =
                    stand.terraform(shell, "import", "-input=false", "-no-color", "-lock=false", change.address(), id);
            if (!taken.exited(0)) {
                return undone(created);
            }
        }
        return true;
    }

    /** What a plan cannot know yet stays as it is. */
    private static Map<String, @Nullable Object> known(ResourceChange change) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(change.before());
        all.putAll(change.after());
        return all;
    }

    private boolean undone(List<ResourceChange> created) throws InterruptedException {
        for (ResourceChange change : created) {
            stand.terraform(shell, "state", "rm", "-lock=false", change.address());
            region(change)
                    .ifPresent(region -> stand.outside(() -> OutOfBand.of(change.type())
                            .orElseThrow()
                            .remove(stand.endpoint(), region, change.after())));
        }
        return false;
    }

    /** Where a resource is, by its ARN, or where the code or the shell puts it. */
    private Optional<String> region(ResourceChange change) {
        String[] arn = Objects.toString(change.before().get("arn"), "").split(":", 6);
        if (arn.length == 6) {
            return Optional.of(arn[3]);
        }
        Configuration code = before.code();
        Evaluator evaluator = new Evaluator(code, new Situation(Map.of(), "default"));
        for (ResourceView resource : code.resources(change.type())) {
            if (evaluator.instances(resource) instanceof Instances.Listed listed) {
                for (ResourceInstance instance : listed.list()) {
                    if (instance.address().equals(change.address())) {
                        return instance.region().isEmpty()
                                ? ofTheShell()
                                : instance.region().flatMap(found -> text(found.value()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(Value value) {
        return value.text().filter(text -> !text.isEmpty());
    }

    private Optional<String> ofTheShell() {
        String region = shell.getOrDefault("AWS_REGION", shell.getOrDefault("AWS_DEFAULT_REGION", ""));
        return region.isEmpty() ? Optional.empty() : Optional.of(region);
    }
}
