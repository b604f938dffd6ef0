package dev.plumbline.grading.judge;

import dev.plumbline.grading.Evidence;
import dev.plumbline.grading.Finding;
import dev.plumbline.grading.Status;
import dev.plumbline.lab.Check;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges checks against the evidence of one run. */
public final class Judge {
    private final Evidence evidence;
    private final CodeView codeView;
    private final SetupRecord setup;
    private final Map<String, SubjectView> views = new HashMap<>();

    /** Over that evidence. */
    public Judge(Evidence evidence, CodeView codeView, SetupRecord setup) {
        this.evidence = evidence;
        this.codeView = codeView;
        this.setup = setup;
    }

    /** What the code says, by resource type; the seam to the reading of source. */
    public interface CodeView {
        /** What the code amounts to for that type. */
        Code of(String type);

        /** Where modules are called. */
        List<Finding.Place> modules();
    }

    /** The three layers of the lab's own subject. */
    public SubjectView subject() {
        return view("");
    }

    private SubjectView view(String type) {
        String named = type.isEmpty() ? evidence.lab().subject().resource() : type;
        return views.computeIfAbsent(named, t -> new SubjectView(evidence, codeView.of(t), t));
    }

    /**
     * Judges one check.
     *
     * @param unmet ids of requirements already found unmet
     */
    public Outcome judge(Check check, Set<String> unmet) {
        if (check instanceof Check.SingleFile) {
            return new SingleFileJudge(evidence, subject().code(), codeView.modules()).judge();
        }
        if (check instanceof Check.Attribute attribute) {
            return new AttributeJudge(view(attribute.resource()), attribute).judge();
        }
        if (check instanceof Check.Region region) {
            return new RegionJudge(subject(), region.equals()).judge();
        }
        if (check instanceof Check.NoChanges) {
            return new NoChangesJudge(subject(), unmet).judge();
        }
        if (check instanceof Check.Count count) {
            return OtherJudges.count(view(count.resource()), count);
        }
        if (check instanceof Check.Managed) {
            return OtherJudges.managed(subject());
        }
        if (check instanceof Check.Preserved) {
            return OtherJudges.preserved(subject(), setup);
        }
        if (check instanceof Check.NowhereElse) {
            return new StrayJudge(subject()).judge();
        }
        if (check instanceof Check.NothingIgnored) {
            return OtherJudges.nothingIgnored(subject());
        }
        if (check instanceof Check.PlanHasNo plan) {
            return OtherJudges.planHasNo(subject(), plan);
        }
        if (check instanceof Check.All all) {
            return all(all, unmet);
        }
        return custom((Check.Custom) check);
    }

    private Outcome all(Check.All all, Set<String> unmet) {
        List<Outcome> outcomes = all.checks().stream().map(c -> judge(c, unmet)).toList();
        List<Finding> evidenceOfAll = new ArrayList<>();
        outcomes.forEach(o -> evidenceOfAll.addAll(o.evidence()));
        for (Status worst : List.of(Status.UNMET, Status.BLOCKED, Status.PENDING)) {
            for (Outcome outcome : outcomes) {
                if (outcome.status() == worst) {
                    return new Outcome(
                            worst,
                            outcome.expected(),
                            outcome.actual(),
                            outcome.message(),
                            evidenceOfAll,
                            outcome.remedy());
                }
            }
        }
        Outcome first = outcomes.get(0);
        return new Outcome(Status.MET, first.expected(), first.actual(), first.message(), evidenceOfAll);
    }

    private Outcome custom(Check.Custom check) {
        return CustomCheck.installed().stream()
                .filter(c -> c.name().equals(check.name()))
                .findFirst()
                .map(c -> c.judge(evidence))
                .orElseGet(() -> new Outcome(
                        Status.BLOCKED,
                        null,
                        null,
                        "The lab asks for the check '" + check.name() + "', which is not installed.",
                        List.of()));
    }
}
