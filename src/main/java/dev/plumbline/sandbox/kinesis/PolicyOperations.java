package dev.plumbline.sandbox.kinesis;

import static dev.plumbline.sandbox.kinesis.Shapes.RESOURCE_ARN;
import static dev.plumbline.sandbox.wire.Shape.required;
import static dev.plumbline.sandbox.wire.Shape.text;

import dev.plumbline.sandbox.wire.AwsException;
import dev.plumbline.sandbox.wire.Document;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Resource policies of streams: kept and given back, not enforced. */
final class PolicyOperations {
    private static final int LONGEST = 20_480;
    private final Streams streams;

    PolicyOperations(Streams streams) {
        this.streams = streams;
    }

    List<Operation> all() {
        return List.of(
                Operation.of("PutResourcePolicy", this::put, RESOURCE_ARN, required("Policy", text(1, LONGEST, null))),
                Operation.of("GetResourcePolicy", this::get, RESOURCE_ARN),
                Operation.of("DeleteResourcePolicy", this::delete, RESOURCE_ARN));
    }

    private Stream stream(Call call) {
        String arn = call.input().needText("ResourceARN");
        if (arn.contains("/consumer/")) {
            throw Errors.argument("The embedded endpoint keeps policies of streams only, not of consumers.");
        }
        return streams.byArn(call, arn);
    }

    private Map<String, @Nullable Object> put(Call call) {
        Stream stream = streams.active(stream(call), call.now());
        String policy = call.input().needText("Policy");
        try {
            Document.JSON.read(policy.getBytes(StandardCharsets.UTF_8));
        } catch (AwsException broken) {
            throw Errors.argument("The policy is not valid JSON: " + broken.text());
        }
        streams.save(stream.withPolicy(Optional.of(policy)));
        return Map.of();
    }

    private Map<String, @Nullable Object> get(Call call) {
        Stream stream = stream(call);
        return Map.of(
                "Policy",
                stream.policy()
                        .orElseThrow(() -> AwsException.of(
                                "ResourceNotFoundException", "No policy is attached to " + stream.arn() + ".")));
    }

    private Map<String, @Nullable Object> delete(Call call) {
        streams.save(stream(call).withPolicy(Optional.empty()));
        return Map.of();
    }
}
