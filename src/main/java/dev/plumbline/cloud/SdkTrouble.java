package dev.plumbline.cloud;

import java.io.IOException;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns an SDK exception into why there was no answer, without a word of the credentials. */
final class SdkTrouble {
    private static final Set<String> CREDENTIALS = Set.of(
            "UnrecognizedClientException",
            "InvalidClientTokenId",
            "InvalidSignatureException",
            "SignatureDoesNotMatch",
            "ExpiredToken",
            "ExpiredTokenException",
            "MissingAuthenticationToken",
            "MissingAuthenticationTokenException",
            "IncompleteSignature");

    private SdkTrouble() {}

    static LiveAnswer.Unknown explain(SdkException trouble, Backend backend) {
        if (trouble instanceof AwsServiceException answer) {
            String code = answer.awsErrorDetails() == null
                    ? ""
                    : answer.awsErrorDetails().errorCode();
            String shown = code == null || code.isEmpty() ? "status " + answer.statusCode() : code;
            if (CREDENTIALS.contains(shown)) {
                return new LiveAnswer.Unknown(
                        LiveAnswer.Cause.CREDENTIALS, "AWS does not accept the credentials (" + shown + ").");
            }
            if (shown.startsWith("AccessDenied")) {
                return new LiveAnswer.Unknown(
                        LiveAnswer.Cause.DENIED, "The credentials may not read Kinesis streams (" + shown + ").");
            }
            if (shown.startsWith("status ")) {
                return new LiveAnswer.Unknown(
                        LiveAnswer.Cause.NOT_AWS,
                        "Something answers at " + place(backend) + ", but not as AWS does (" + shown + ").");
            }
            String who = backend instanceof Backend.Url ? "The AWS at " + place(backend) : "AWS";
            return new LiveAnswer.Unknown(LiveAnswer.Cause.SERVICE, who + " answered " + shown + ".");
        }
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.net.ConnectException || cause instanceof java.net.UnknownHostException) {
                return new LiveAnswer.Unknown(LiveAnswer.Cause.UNREACHABLE, EndpointProbe.silence(backend));
            }
            if (cause instanceof IOException) {
                return new LiveAnswer.Unknown(
                        LiveAnswer.Cause.UNREACHABLE,
                        "No usable answer from " + place(backend) + " ("
                                + cause.getClass().getSimpleName() + ").");
            }
        }
        String message = trouble.getMessage() == null ? "" : trouble.getMessage();
        if (message.contains("credentials")) {
            return new LiveAnswer.Unknown(LiveAnswer.Cause.CREDENTIALS, "No AWS credentials were found.");
        }
        return new LiveAnswer.Unknown(
                LiveAnswer.Cause.NOT_AWS, "The answer from " + place(backend) + " was not AWS's.");
    }

    private static String place(Backend backend) {
        return backend.address().map(Object::toString).orElse("AWS");
    }
}
