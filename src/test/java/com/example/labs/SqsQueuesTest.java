package com.example.labs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.plumbline.cloud.Backend;
import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.cloud.LiveCloud;
import dev.plumbline.cloud.LiveResource;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The other example of docs/authoring.md: an SDK client of an author's own, found as a service and asked by the grader. */
class SqsQueuesTest {
    private final HttpServer sqs;

    SqsQueuesTest() throws Exception {
        sqs = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        sqs.createContext("/", exchange -> {
            String operation = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean known = !asked.contains("nobodys");
            byte[] answer = (known ? answer(operation) : "{\"__type\": \"com.amazonaws.sqs#QueueDoesNotExist\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
            exchange.sendResponseHeaders(known ? 200 : 400, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
    }

    private static String answer(String operation) {
        return switch (operation) {
            case "AmazonSQS.GetQueueUrl" -> "{\"QueueUrl\": \"http://127.0.0.1/123456789012/orders\"}";
            case "AmazonSQS.GetQueueAttributes" ->
                "{\"Attributes\": {\"QueueArn\": \"arn:aws:sqs:eu-west-1:123456789012:orders\","
                        + " \"VisibilityTimeout\": \"60\", \"MessageRetentionPeriod\": \"86400\"}}";
            case "AmazonSQS.ListQueueTags" -> "{\"Tags\": {\"Team\": \"red\"}}";
            case "AmazonSQS.ListQueues" -> "{\"QueueUrls\": [\"http://127.0.0.1/123456789012/orders\"]}";
            default -> throw new IllegalArgumentException(operation);
        };
    }

    @BeforeEach
    void start() {
        sqs.start();
    }

    @AfterEach
    void stop() {
        sqs.stop(0);
    }

    @Test
    void theGraderFindsAQueueThroughIt() {
        URI endpoint = URI.create("http://127.0.0.1:" + sqs.getAddress().getPort());
        try (LiveCloud cloud = new LiveCloud(new Backend.Url(endpoint))) {
            LiveAnswer answer = cloud.find("aws_sqs_queue", "orders", "eu-west-1", "");

            assertThat(answer).isInstanceOf(LiveAnswer.Found.class);
            LiveResource queue = ((LiveAnswer.Found) answer).resource();
            assertThat(queue.account()).isEqualTo("123456789012");
            assertThat(queue.attributes())
                    .containsEntry("visibility_timeout_seconds", new BigDecimal(60))
                    .containsEntry("message_retention_seconds", new BigDecimal(86400))
                    .containsEntry("tags", java.util.Map.of("Team", "red"));
            assertThat(cloud.find("aws_sqs_queue", "nobodys", "eu-west-1", "")).isEqualTo(new LiveAnswer.Absent());
            assertThat(cloud.list("aws_sqs_queue", "eu-west-1", "")).isEqualTo(List.of("orders"));
        }
    }
}
