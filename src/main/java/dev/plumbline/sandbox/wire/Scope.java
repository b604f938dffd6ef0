package dev.plumbline.sandbox.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The credential scope of a signed request: {@code ACCESSKEY/DATE/REGION/SERVICE/aws4_request}. All calls arrive at one
 * host, so this is what says whose call it is and where it belongs. The signature itself is not verified: the endpoint
 * serves one learner on the loopback interface and knows no secrets.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-signing-elements.html">Elements of a
 *     signature</a>
 */
public record Scope(String accessKey, String region, String service) {
    private static final Pattern CREDENTIAL =
            Pattern.compile("Credential=([^/,\\s]{1,256})/(\\d{8})/([^/,\\s]{1,64})/([^/,\\s]{1,64})/aws4_request");
    /** Any region AWS might open, by its shape; opt-in and isolated partitions included. */
    private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]{2,12}){1,3}-\\d{1,2}");

    /** Reads the scope from an Authorization header, or from the X-Amz-Credential of a presigned query. */
    public static Optional<Scope> of(Optional<String> authorization, Optional<String> rawQuery) {
        return authorization.or(() -> rawQuery.flatMap(Scope::presigned)).flatMap(Scope::parse);
    }

    private static Optional<Scope> parse(String text) {
        Matcher matcher = CREDENTIAL.matcher(text);
        return matcher.find()
                ? Optional.of(new Scope(matcher.group(1), matcher.group(3), matcher.group(4)))
                : Optional.empty();
    }

    private static Optional<String> presigned(String rawQuery) {
        for (String pair : rawQuery.split("&")) {
            if (pair.startsWith("X-Amz-Credential=")) {
                try {
                    String value = pair.substring("X-Amz-Credential=".length());
                    return Optional.of("Credential=" + URLDecoder.decode(value, StandardCharsets.UTF_8));
                } catch (IllegalArgumentException broken) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the region looks like one of AWS's. */
    public boolean hasRegion() {
        return REGION.matcher(region).matches();
    }

    /** The partition that ARNs of this region start with, such as {@code aws} or {@code aws-cn}. */
    public static String partition(String region) {
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        if (region.startsWith("us-gov-")) {
            return "aws-us-gov";
        }
        if (region.startsWith("us-isob-")) {
            return "aws-iso-b";
        }
        return region.startsWith("us-iso-") ? "aws-iso" : "aws";
    }
}
