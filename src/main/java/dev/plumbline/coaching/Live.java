package dev.plumbline.coaching;

import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.cloud.LiveResource;
import dev.plumbline.terraform.StateFile;
import dev.plumbline.terraform.Values;
import java.util.List;
import java.util.Optional;

/** What the account says about the subject. */
final class Live {
    private Live() {}

    /** The wanted resource in the wanted region, if it is there. */
    static Optional<LiveResource> subject(Situation situation) {
        return find(situation, situation.wanted().name(), situation.wanted().region());
    }

    /** A resource of the wanted type. */
    static Optional<LiveResource> find(Situation situation, String name, String region) {
        return answer(situation, name, region) instanceof LiveAnswer.Found found
                ? Optional.of(found.resource())
                : Optional.empty();
    }

    /** What came of asking; unsupported where only the source is looked at. */
    static LiveAnswer answer(Situation situation, String name, String region) {
        if (situation.isSourceOnly() || name.isEmpty()) {
            return new LiveAnswer.Unknown(LiveAnswer.Cause.UNSUPPORTED, "");
        }
        return situation.evidence().cloud().find(situation.wanted().type(), name, region, account(situation));
    }

    /** The account the learner's state names, or empty. */
    static String account(Situation situation) {
        return situation.state().managed(situation.wanted().type()).stream()
                .map(r -> arnPart(r, 4))
                .filter(part -> part.matches("\\d{12}"))
                .findFirst()
                .orElse("");
    }

    /** The region in a recorded resource's ARN, or empty. */
    static String region(StateFile.Resource resource) {
        return arnPart(resource, 3);
    }

    /** An attribute of a live resource as text, or empty. */
    static String text(LiveResource resource, String path) {
        Object value = Values.at(resource.attributes(), path);
        return value == null ? "" : value.toString();
    }

    private static String arnPart(StateFile.Resource resource, int index) {
        List<String> parts = List.of(resource.text("arn").split(":", -1));
        return parts.size() > index ? parts.get(index) : "";
    }
}
