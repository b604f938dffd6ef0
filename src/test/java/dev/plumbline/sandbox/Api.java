package dev.plumbline.sandbox;

import dev.plumbline.sandbox.wire.Document;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls Kinesis over HTTP and JSON, as one account in one region. */
record Api(URI endpoint, String key, String region) {
    static Api of(Sandbox sandbox) {
        return new Api(sandbox.endpoint(), "test", "us-east-1");
    }

    /** What came back. */
    record Reply(int status, Map<String, @Nullable Object> body) {
        String error() {
            return String.valueOf(body.get("__type"));
        }

        String message() {
            Object message = body.get("message");
            return String.valueOf(message == null ? body.get("Message") : message);
        }

        Object get(String... path) {
            Object at = body;
            for (String step : path) {
                at = at instanceof List<?> list
                        ? list.get(Integer.parseInt(step))
                        : ((Map<?, ?>) java.util.Objects.requireNonNull(at, step)).get(step);
            }
            return java.util.Objects.requireNonNull(at, String.join(".", path));
        }

        String text(String... path) {
            return String.valueOf(get(path));
        }

        int number(String... path) {
            return ((Number) get(path)).intValue();
        }

        List<Object> list(String... path) {
            return List.copyOf((List<?>) get(path));
        }
    }

    Reply send(String operation, String json) {
        RawHttp.Reply reply = new RawHttp(endpoint)
                .send(
                        "POST",
                        "/",
                        json,
                        "Authorization: " + RawHttp.scope(key, region, "kinesis"),
                        "Content-Type: application/x-amz-json-1.1",
                        "X-Amz-Target: Kinesis_20131202." + operation);
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        return new Reply(reply.status(), Document.JSON.read(body));
    }

    /** A call that must succeed. Single quotes stand for double ones. */
    Reply ok(String operation, String json) {
        Reply reply = send(operation, json.replace('\'', '"'));
        if (reply.status() != 200) {
            throw new AssertionError(operation + " " + json + " was answered " + reply.status() + " " + reply.body());
        }
        return reply;
    }

    /** A call that must fail, with status 400. Single quotes stand for double ones. */
    Reply refused(String operation, String json) {
        Reply reply = send(operation, json.replace('\'', '"'));
        if (reply.status() != 400) {
            throw new AssertionError(operation + " " + json + " was answered " + reply.status() + " " + reply.body());
        }
        return reply;
    }

    String arn(String stream) {
        return "arn:aws:kinesis:" + region + ":" + SandboxCredentials.account(key) + ":stream/" + stream;
    }
}
