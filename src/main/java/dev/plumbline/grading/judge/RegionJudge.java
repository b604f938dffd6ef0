package dev.plumbline.grading.judge;

import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.cloud.LiveResource;
import dev.plumbline.grading.Layer;
import dev.plumbline.grading.Status;
import dev.plumbline.terraform.StateFile;
import java.util.Map;
import java.util.Optional;

/**
 * Where the subject lives: by its ARN, which is the truth about the region, and by what the file says. A region that only
 * the learner's shell gives is met with a remark.
 */
final class RegionJudge {
    private final SubjectView view;
    private final String wanted;

    RegionJudge(SubjectView view, String wanted) {
        this.view = view;
        this.wanted = wanted;
    }

    Outcome judge() {
        Outcome.Draft draft = new Outcome.Draft(wanted);
        CodeValue region;
        if (view.code() instanceof Code.Elsewhere elsewhere) {
            region = elsewhere.region();
            if (region.kind() == CodeValue.Kind.ABSENT && elsewhere.instead().isEmpty()) {
                return draft.says(Layer.SOURCE, "The file names no region.")
                        .is(Status.PENDING, null, "Waits for a provider block with a region.");
            }
        } else {
            Optional<Outcome> closed = CodeGate.closed(view, draft);
            if (closed.isPresent()) {
                return closed.get();
            }
            region = view.instance().orElseThrow().region();
        }
        return judge(region, draft);
    }

    private Outcome judge(CodeValue region, Outcome.Draft draft) {
        Optional<String> shell =
                region.kind() == CodeValue.Kind.ABSENT ? shell(view.evidence().learnerEnvironment()) : Optional.empty();
        Object said = region.kind() == CodeValue.Kind.ABSENT ? shell.orElse(null) : region.value();
        switch (region.kind()) {
            case KNOWN -> draft.says(Layer.SOURCE, "The file says " + said + ".", region.place());
            case ABSENT ->
                draft.says(
                        Layer.SOURCE,
                        "The file names no region"
                                + shell.map(s -> "; your shell says " + s + ".").orElse("."));
            case VALUELESS, OPEN -> draft.says(Layer.SOURCE, region.words(), region.place());
        }
        view.recorded()
                .map(r -> r.text("arn"))
                .filter(arn -> !arn.isEmpty())
                .ifPresent(arn -> draft.says(Layer.STATE, "The state has " + arn + "."));
        boolean open = region.kind() == CodeValue.Kind.OPEN;
        if (!open && !wanted.equals(said)) {
            return draft.is(
                    Status.UNMET,
                    said == null ? "none" : said.toString(),
                    region.kind() == CodeValue.Kind.VALUELESS
                            ? region.words()
                            : said == null
                                    ? "The file names no region; the task wants " + wanted + "."
                                    : "The file puts the " + view.noun() + " in " + said + "; the task wants " + wanted
                                            + ".");
        }
        return live(shell, draft);
    }

    private Outcome live(Optional<String> shell, Outcome.Draft draft) {
        String recordedRegion = view.recorded()
                .map(r -> SubjectView.Arn.of(r.text("arn")).region())
                .orElse("");
        LiveAnswer answer = view.live();
        if (answer instanceof LiveAnswer.Found found) {
            LiveResource live = found.resource();
            draft.says(Layer.CLOUD, "The " + view.noun() + " " + live.identity() + " lives in " + live.region() + ".");
            if (!live.region().equals(wanted)) {
                return draft.isNotApplied(
                        live.region(),
                        view.isInWantedRegionToo()
                                ? "The file is right, and your state has the " + view.noun() + " in " + live.region()
                                        + ". The one in " + wanted + " is another, which your state does not know."
                                : "The file is right, and the live " + view.noun() + " is still in " + live.region()
                                        + ": Terraform has not been applied since.");
            }
            if (view.recorded().isEmpty()) {
                return draft.is(
                        Status.PENDING,
                        live.region(),
                        "A " + view.noun() + " of that name lives there, and your Terraform state does not know it.");
            }
            String remark = shell.isPresent()
                    ? " The region comes from your shell alone: the file by itself would not give it anywhere else."
                    : "";
            return draft.is(Status.MET, wanted, "It lives in " + wanted + "." + remark);
        }
        if (answer instanceof LiveAnswer.Unknown unknown) {
            draft.says(Layer.CLOUD, unknown.message());
            return draft.is(
                    view.recorded().isPresent() ? Status.BLOCKED : Status.PENDING,
                    null,
                    "The file is right so far; AWS could not be asked.");
        }
        if (!recordedRegion.isEmpty() && !recordedRegion.equals(wanted)) {
            return draft.isNotApplied(
                    recordedRegion,
                    "The file is right; your state still speaks of a " + view.noun() + " in " + recordedRegion + ".");
        }
        return draft.is(
                Status.PENDING,
                wanted,
                view.recorded().isPresent()
                        ? "The file is right; your state lists the " + view.noun() + ", and AWS does not have it."
                        : "The file is right so far; nothing is applied yet.");
    }

    /** The region of the learner's own shell, as the provider would take it. */
    static Optional<String> shell(Map<String, String> environment) {
        for (String name : new String[] {"AWS_REGION", "AWS_DEFAULT_REGION"}) {
            String value = environment.get(name);
            if (value != null && !value.isBlank()) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** The region where the recorded one lives, for callers that only want to know. */
    static String recordedRegion(StateFile.Resource resource) {
        return SubjectView.Arn.of(resource.text("arn")).region();
    }
}
