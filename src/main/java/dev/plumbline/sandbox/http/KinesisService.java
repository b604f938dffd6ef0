package dev.plumbline.sandbox.http;

import dev.plumbline.sandbox.kinesis.Kinesis;
import dev.plumbline.sandbox.wire.AwsException;
import dev.plumbline.sandbox.wire.Document;
import dev.plumbline.sandbox.wire.Scope;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Kinesis over JSON 1.1 and CBOR: {@code POST /} with the operation in X-Amz-Target. */
final class KinesisService implements Service {
    private static final String PREFIX = "Kinesis_20131202.";
    private static final Set<String> JSON_TYPES = Set.of("application/x-amz-json-1.1", "application/json", "");
    /** Record data is the learner's own, and long. */
    private static final Set<String> UNSHOWN = Set.of("Data", "Records", "Policy");

    private static final int LONGEST_LINE = 240;
    private final Kinesis kinesis;

    KinesisService(Kinesis kinesis) {
        this.kinesis = kinesis;
    }

    private static Document format(Request request) {
        return request.contentType().equals(Document.CBOR.contentType()) ? Document.CBOR : Document.JSON;
    }

    @Override
    public Target target(Request request) {
        Optional<String> target = request.header("X-Amz-Target");
        String operation = target.filter(text -> text.startsWith(PREFIX))
                .map(text -> text.substring(PREFIX.length()))
                .orElse("");
        return new Target(operation, kinesis.operations().contains(operation) ? line(request) : "");
    }

    private static String line(Request request) {
        try {
            Map<String, @Nullable Object> input = format(request).read(request.body());
            String line = input.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + (UNSHOWN.contains(entry.getKey()) ? "…" : entry.getValue()))
                    .collect(Collectors.joining(" "));
            return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
        } catch (AwsException broken) {
            return "";
        }
    }

    @Override
    public Answer answer(Request request, Target target, Scope scope, String account, String requestId) {
        Document format = format(request);
        if (!request.method().equals("POST") || target.operation().isEmpty()) {
            throw AwsException.of("UnknownOperationException", "");
        }
        if (format == Document.JSON && !JSON_TYPES.contains(request.contentType())) {
            throw AwsException.of("UnknownOperationException", "");
        }
        if (!kinesis.operations().contains(target.operation())) {
            throw AwsException.of("UnknownOperationException", "");
        }
        return Answer.of(
                format, kinesis.call(account, scope.region(), target.operation(), format.read(request.body())));
    }

    @Override
    public Answer error(Request request, AwsException error, String requestId) {
        return Answer.error(format(request), error);
    }
}
