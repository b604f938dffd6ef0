package dev.plumbline.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Something done to a stream outside Terraform: one JSON request to the endpoint, and the wait until it has settled. */
final class KinesisRequest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(30);
    private static final Executor SOON = CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;
    private final String region;

    KinesisRequest(String endpoint, String region) {
        this.endpoint = URI.create(endpoint);
        this.region = region;
    }

    /**
     * Makes the request and waits until the stream is no longer creating, updating or deleting.
     *
     * @throws IOException where the service refuses it
     */
    void make(String operation, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(operation, body);
        if (answer.statusCode() != 200) {
            throw new IOException(operation + ": HTTP " + answer.statusCode() + " " + answer.body());
        }
        awaitSettled(JSON.readTree(body));
    }

    private void awaitSettled(JsonNode body) throws IOException, InterruptedException {
        ObjectNode which = JSON.createObjectNode();
        for (String key : new String[] {"StreamName", "StreamARN"}) {
            if (body.has(key)) {
                which.set(key, body.get(key));
            }
        }
        long start = System.nanoTime();
        while (!which.isEmpty() && inTransition(which)) {
            if (System.nanoTime() - start > SETTLED_WITHIN.toNanos()) {
                throw new IOException("the stream has not settled within " + SETTLED_WITHIN.toSeconds() + " s");
            }
            CompletableFuture.runAsync(() -> {}, SOON).join();
        }
    }

    private boolean inTransition(ObjectNode which) throws IOException, InterruptedException {
        HttpResponse<String> answer = send("DescribeStreamSummary", which.toString());
        String status = JSON.readTree(answer.body())
                .path("StreamDescriptionSummary")
                .path("StreamStatus")
                .asText();
        return answer.statusCode() == 200 && !status.equals("ACTIVE");
    }

    private HttpResponse<String> send(String operation, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "Kinesis_20131202." + operation)
                .header("X-Amz-Date", "20260101T000000Z")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=test/20260101/" + region
                                + "/kinesis/aws4_request, SignedHeaders=host;x-amz-date, Signature=00")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
