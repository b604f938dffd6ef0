package dev.plumbline.sandbox.sts;

import dev.plumbline.sandbox.wire.AwsException;
import dev.plumbline.sandbox.wire.Scope;
import java.util.Map;
import java.util.Set;

/**
 * Answers GetCallerIdentity; says clearly that the rest is not served.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html">GetCallerIdentity</a>
 */
public final class Sts {
    private static final Set<String> KNOWN = Set.of(
            "AssumeRole",
            "AssumeRoleWithSAML",
            "AssumeRoleWithWebIdentity",
            "AssumeRoot",
            "DecodeAuthorizationMessage",
            "GetAccessKeyInfo",
            "GetFederationToken",
            "GetSessionToken");

    /**
     * Answers a call with the inside of the XML answer's result element.
     *
     * @throws AwsException for any other action
     */
    public String call(String account, String region, Map<String, String> form) {
        String action = form.getOrDefault("Action", "");
        if (action.equals("GetCallerIdentity")) {
            return "<Arn>arn:" + Scope.partition(region) + ":iam::" + account + ":user/learner</Arn><UserId>AIDA"
                    + "PLUMBLINE" + account + "</UserId><Account>" + account + "</Account>";
        }
        if (KNOWN.contains(action)) {
            throw AwsException.of(
                    "ValidationError",
                    "The embedded endpoint does not serve " + action + ": it knows one identity per access key."
                            + " Remove assume_role (or session settings) from the provider block or the AWS profile.");
        }
        if (action.isEmpty()) {
            throw AwsException.of("MissingAction", "Missing Action");
        }
        throw AwsException.of(
                "InvalidAction",
                "Could not find operation " + action + " for version "
                        + form.getOrDefault("Version", "NO_VERSION_SPECIFIED"));
    }
}
