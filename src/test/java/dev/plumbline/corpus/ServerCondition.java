package dev.plumbline.corpus;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The condition of the AWS that a learner's commands reach. */
enum ServerCondition {
    /** The embedded endpoint of the workspace, before and after the setup. */
    EMBEDDED(""),
    /** As real AWS where moto is not: our embedded endpoint again. */
    AS_AWS("moto-aws"),
    /** Nothing listens at all. */
    NOTHING_LISTENS("none"),
    /** The embedded endpoint during the setup, nothing afterwards. */
    DOWN_AFTER_SETUP("down-after-setup"),
    /** The session token is past its time. */
    EXPIRED("expired"),
    /** The access key is unknown. */
    INVALID("invalid"),
    /** The secret key is wrong. */
    BAD_SECRET("badsecret"),
    /** The identity is known and may do nothing with Kinesis. */
    DENIED("denied"),
    /** A web server that is no AWS. */
    HTML_404("html404");

    private final String word;

    ServerCondition(String word) {
        this.word = word;
    }

    static ServerCondition of(String word) {
        return Arrays.stream(values())
                .filter(condition -> condition.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown server condition \"" + word + "\", known: "
                        + Arrays.stream(values()).map(c -> c.word).collect(Collectors.joining(", "))));
    }

    /** Whether the learner's own commands reached the embedded endpoint. */
    boolean embeddedDuringSetup() {
        return this == EMBEDDED || this == AS_AWS || this == DOWN_AFTER_SETUP;
    }

    /** Whether the grader finds the embedded endpoint; elsewhere it may say that it could not grade. */
    boolean embeddedWhenGraded() {
        return this == EMBEDDED || this == AS_AWS;
    }
}
