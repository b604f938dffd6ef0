package dev.plumbline.sandbox.kinesis;

import dev.plumbline.sandbox.wire.AwsException;
import java.time.Instant;

/** The errors of the service that several operations answer with. */
final class Errors {
    private static final String LIMITS_PAGE = "Refer to the AWS Service Limits page"
            + " (http://docs.aws.amazon.com/general/latest/gr/aws_service_limits.html)"
            + " for current limits and how to request higher limits.";

    private Errors() {}

    static AwsException noStream(Realm realm, String name) {
        return AwsException.of(
                "ResourceNotFoundException", "Stream " + name + " under account " + realm.account() + " not found.");
    }

    static AwsException inUse(String text) {
        return AwsException.of("ResourceInUseException", text);
    }

    static AwsException notActive(Stream stream, Instant now) {
        return inUse(stream.called() + " not ACTIVE, instead in state " + stream.status(now));
    }

    static AwsException noShard(Stream stream, String id) {
        return AwsException.of(
                "ResourceNotFoundException",
                "Could not find shard " + id + " in stream " + stream.name() + " under account "
                        + stream.realm().account() + ".");
    }

    static AwsException argument(String text) {
        return AwsException.of("InvalidArgumentException", text);
    }

    static AwsException limit(String text) {
        return AwsException.of("LimitExceededException", text);
    }

    /** A quota of the account that a request would break. */
    static AwsException quota(Realm realm, String what, int present, int limit, int more) {
        return limit("This request would exceed the " + what + " limit for the account " + realm.account() + " in "
                + realm.region() + ". Current " + what + " count for the account: " + present + ". Limit: " + limit
                + ". Number of additional " + what + "s that would have resulted from this request: " + more + ". "
                + LIMITS_PAGE);
    }
}
