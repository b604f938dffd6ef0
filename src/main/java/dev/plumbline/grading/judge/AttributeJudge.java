package dev.plumbline.grading.judge;

import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.cloud.LiveResource;
import dev.plumbline.grading.Layer;
import dev.plumbline.grading.Status;
import dev.plumbline.lab.Check;
import dev.plumbline.lab.Predicate;
import dev.plumbline.terraform.PlanDocument;
import dev.plumbline.terraform.StateFile;
import dev.plumbline.terraform.Values;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An attribute of the subject: what the file says, and what is live. Both have to be right; where they disagree, that is
 * the message. */
final class AttributeJudge {
    private final SubjectView view;
    private final Check.Attribute check;
    private final Predicate predicate;
    private final String path;

    AttributeJudge(SubjectView view, Check.Attribute check) {
        this.view = view;
        this.check = check;
        this.predicate = check.predicate();
        this.path = check.attribute();
    }

    /** What the file amounts to. */
    private enum Said {
        RIGHT,
        WRONG,
        OPEN
    }

    Outcome judge() {
        Outcome.Draft draft = new Outcome.Draft(predicate.expected());
        Optional<Outcome> closed = CodeGate.closed(view, draft);
        if (closed.isPresent()) {
            return closed.get();
        }
        Code.Instance instance = view.instance().orElseThrow();
        CodeValue written = instance.attribute(path);
        Object worked = worked(instance, written);
        Said said = said(instance, written, worked, draft);
        Optional<StateFile.Resource> recorded = view.recorded();
        recorded.ifPresent(r -> draft.says(
                Layer.STATE,
                r.address() + " has " + path + " = " + SubjectView.words(Values.at(r.attributes(), path)) + "."));
        LiveAnswer answer = view.live();
        if (answer instanceof LiveAnswer.Found found) {
            return withLive(found.resource(), written, worked, said, draft);
        }
        return withoutLive(answer, written, worked, said, draft);
    }

    private @Nullable Object worked(Code.Instance instance, CodeValue written) {
        if (written.kind() == CodeValue.Kind.KNOWN) {
            return written.value();
        }
        return written.kind() == CodeValue.Kind.OPEN || written.kind() == CodeValue.Kind.ABSENT
                ? view.planned(instance.address(), path)
                : null;
    }

    private Said said(Code.Instance instance, CodeValue written, @Nullable Object worked, Outcome.Draft draft) {
        switch (written.kind()) {
            case KNOWN -> draft.says(Layer.SOURCE, path + " is " + SubjectView.words(worked) + ".", written.place());
            case ABSENT -> draft.says(Layer.SOURCE, "The file does not set " + path + ".", instance.place());
            case VALUELESS, OPEN -> draft.says(Layer.SOURCE, written.words(), written.place());
        }
        return switch (written.kind()) {
            case KNOWN -> predicate.test(worked) ? Said.RIGHT : Said.WRONG;
            case VALUELESS -> Said.WRONG;
            case OPEN -> worked == null ? Said.OPEN : predicate.test(worked) ? Said.RIGHT : Said.WRONG;
            case ABSENT -> absent(worked);
        };
    }

    private Said absent(@Nullable Object worked) {
        if (predicate.test(null)) {
            return Said.RIGHT;
        }
        if (check.written() == Check.Written.REQUIRED) {
            return Said.WRONG;
        }
        return worked == null || predicate.test(worked) ? Said.OPEN : Said.WRONG;
    }

    private Outcome withLive(
            LiveResource live, CodeValue written, @Nullable Object worked, Said said, Outcome.Draft draft) {
        Object there = Values.at(live.attributes(), path);
        String shown = SubjectView.words(there);
        draft.says(
                Layer.CLOUD,
                "In " + live.region() + " the " + view.noun() + " " + live.identity() + " has " + path + " = " + shown
                        + ".");
        boolean liveRight = predicate.test(there);
        if (said == Said.WRONG) {
            String actual = liveRight ? wordsOf(written, worked) : shown;
            return draft.is(Status.UNMET, actual, liveRight ? fileDisagrees(written, shown) : wrong(written, worked));
        }
        if (!liveRight) {
            return draft.isNotApplied(
                    shown,
                    isLeftOut(written)
                            ? "Your file leaves it to the default, and the live " + view.noun() + " has " + shown + "."
                            : "Your file is right, and the live " + view.noun() + " has " + shown + notReached());
        }
        if (view.recorded().isEmpty()) {
            return draft.is(
                    Status.PENDING,
                    shown,
                    "A " + view.noun() + " like that is live, and your Terraform state does not know it.");
        }
        return draft.is(Status.MET, shown, "The file says it, and AWS agrees.");
    }

    /** tags_all stands in no file: the provider works it out of tags and default_tags. */
    private boolean isLeftOut(CodeValue written) {
        return written.kind() == CodeValue.Kind.ABSENT && !path.equals("tags_all");
    }

    private Outcome withoutLive(
            LiveAnswer answer, CodeValue written, @Nullable Object worked, Said said, Outcome.Draft draft) {
        if (said == Said.WRONG) {
            return draft.is(Status.UNMET, wordsOf(written, worked), wrong(written, worked));
        }
        String actual = worked == null ? null : SubjectView.words(worked);
        if (answer instanceof LiveAnswer.Unknown unknown) {
            draft.says(Layer.CLOUD, unknown.message());
            return draft.is(
                    view.recorded().isPresent() ? Status.BLOCKED : Status.PENDING,
                    actual,
                    "The file is right so far; AWS could not be asked.");
        }
        if (view.recorded().isPresent()) {
            draft.says(Layer.CLOUD, "There is no such " + view.noun() + ".");
            return draft.is(
                    Status.PENDING,
                    actual,
                    "The file is right; your state lists the " + view.noun() + ", and AWS does not have it.");
        }
        return draft.is(Status.PENDING, actual, "The file is right so far; nothing is applied yet.");
    }

    /** Why AWS has another value than the file: the state keeps what the last apply, import or refresh saw. */
    private String notReached() {
        boolean wasRight = view.recorded()
                .filter(r -> predicate.test(Values.at(r.attributes(), path)))
                .isPresent();
        return wasRight
                ? ". When Terraform last wrote its state, it was as the file says: it was changed in AWS since."
                : ": what the file says is yet to be applied.";
    }

    private String fileDisagrees(CodeValue written, String shown) {
        return "The live " + view.noun() + " is " + shown + ", but your file "
                + (written.kind() == CodeValue.Kind.ABSENT ? "does not say so" : "says " + written.words()) + ". "
                + whatApplyWouldDo();
    }

    private String whatApplyWouldDo() {
        Optional<PlanDocument.ResourceChange> change = view.planned();
        if (change.filter(c -> c.actions().contains("delete")).isPresent()) {
            return "The next apply would delete this " + view.noun() + " with all that is in it, and make another one.";
        }
        return change.filter(c -> c.actions().contains("update")).isPresent()
                ? "The next apply would change the " + view.noun() + " to what the file says."
                : "The next apply from this file elsewhere would build something else.";
    }

    private String wrong(CodeValue written, @Nullable Object worked) {
        return switch (written.kind()) {
            case ABSENT -> "The file does not set " + path + "; the task wants " + predicate.expected() + ".";
            case VALUELESS -> written.words();
            case KNOWN, OPEN ->
                "The file says " + SubjectView.words(worked) + "; the task wants " + predicate.expected() + ".";
        };
    }

    private static @Nullable String wordsOf(CodeValue written, @Nullable Object worked) {
        return written.kind() == CodeValue.Kind.ABSENT ? "not set" : worked == null ? null : SubjectView.words(worked);
    }
}
