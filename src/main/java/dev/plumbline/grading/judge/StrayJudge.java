package dev.plumbline.grading.judge;

import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.grading.CloudEvidence;
import dev.plumbline.grading.Layer;
import dev.plumbline.grading.Status;

/**
 * Whether another of the subject's name lives in a region where it is not wanted: it costs money, and no state that was put
 * right speaks of it any more. Which regions are asked is the evidence's to say: all usual ones where asking is free, those
 * that the states speak of on a real account.
 */
final class StrayJudge {
    private final SubjectView view;

    StrayJudge(SubjectView view) {
        this.view = view;
    }

    Outcome judge() {
        Outcome.Draft draft = new Outcome.Draft("in no other region");
        CloudEvidence cloud = view.evidence().cloud();
        for (String region : cloud.regions()) {
            if (region.equals(view.wantedRegion())) {
                continue;
            }
            LiveAnswer answer = cloud.find(view.type(), view.wanted(), region, "");
            if (answer instanceof LiveAnswer.Unknown unknown) {
                return draft.says(Layer.CLOUD, region + ": " + unknown.message())
                        .is(Status.BLOCKED, null, "AWS could not be asked about " + region + ".");
            }
            if (answer instanceof LiveAnswer.Found) {
                return draft.says(
                                Layer.CLOUD,
                                "A " + view.noun() + " called " + view.wanted() + " lives in " + region + ".")
                        .is(Status.UNMET, region, "The " + view.noun() + " in " + region + " is still there.");
            }
        }
        return draft.says(Layer.CLOUD, "No other region has a " + view.noun() + " called " + view.wanted() + ".")
                .is(Status.MET, "in no other region", "It lives in " + view.wantedRegion() + " alone.");
    }
}
