package dev.plumbline.sandbox.http;

import dev.plumbline.sandbox.wire.AwsException;
import dev.plumbline.sandbox.wire.Document;
import dev.plumbline.sandbox.wire.Scope;
import java.util.Optional;

/**
 * Any other service: says so, in the caller's protocol as far as the request shows it, with a 400 that no SDK retries.
 * Calls without a scope are put into words here too.
 */
final class UnservedService implements Service {
    @Override
    public Target target(Request request) {
        Optional<String> target = request.header("X-Amz-Target");
        return target.map(text -> new Target(text.substring(text.lastIndexOf('.') + 1), ""))
                .orElse(Target.UNKNOWN);
    }

    @Override
    public Answer answer(Request request, Target target, Scope scope, String account, String requestId) {
        throw AwsException.of(
                "UnsupportedService",
                "The embedded endpoint of this lab serves only Kinesis and STS, not " + scope.service()
                        + ". Remove what needs it from main.tf, or start the lab with --aws URL for another backend.");
    }

    @Override
    public Answer error(Request request, AwsException error, String requestId) {
        String type = request.contentType();
        if (type.equals(Document.CBOR.contentType())) {
            return Answer.error(Document.CBOR, error);
        }
        if (request.header("X-Amz-Target").isPresent() || type.endsWith("json") || type.contains("json-1.")) {
            return Answer.error(Document.JSON, error);
        }
        boolean s3 =
                request.scope().map(scope -> scope.service().startsWith("s3")).orElse(false);
        return s3 ? Answer.restXmlError(error, requestId) : Answer.xmlError(error, requestId);
    }
}
