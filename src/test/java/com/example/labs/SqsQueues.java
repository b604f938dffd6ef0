package com.example.labs;

import dev.plumbline.cloud.Backend;
import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.cloud.LiveResource;
import dev.plumbline.cloud.LiveResources;
import dev.plumbline.cloud.LiveResourcesProvider;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** Live queues through the AWS SDK: what SQS itself says of them, in the provider's names. */
public final class SqsQueues implements LiveResourcesProvider {
    @Override
    public String resourceType() {
        return "aws_sqs_queue";
    }

    @Override
    public LiveResources open(Backend backend) {
        return new Queues(backend);
    }

    private record Queues(Backend backend, Map<String, SqsClient> clients) implements LiveResources {
        Queues(Backend backend) {
            this(backend, new ConcurrentHashMap<>());
        }

        @Override
        public LiveAnswer find(String name, String region, String account) {
            try {
                SqsClient sqs = client(region);
                String url = sqs.getQueueUrl(r -> r.queueName(name)).queueUrl();
                Map<QueueAttributeName, String> said = sqs.getQueueAttributes(
                                r -> r.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                        .attributes();
                Map<String, String> tags =
                        sqs.listQueueTags(r -> r.queueUrl(url)).tags();
                String arn = said.getOrDefault(QueueAttributeName.QUEUE_ARN, "");
                Map<String, Object> attributes = new HashMap<>(Map.of("name", name, "arn", arn, "tags", tags));
                attributes.put("tags_all", tags);
                number(said, QueueAttributeName.VISIBILITY_TIMEOUT, "visibility_timeout_seconds", attributes);
                number(said, QueueAttributeName.MESSAGE_RETENTION_PERIOD, "message_retention_seconds", attributes);
                String[] parts = arn.split(":", 6);
                String owner = parts.length == 6 ? parts[4] : account;
                return new LiveAnswer.Found(
                        new LiveResource("aws_sqs_queue", name, region, owner, "ACTIVE", null, attributes));
            } catch (QueueDoesNotExistException absent) {
                return new LiveAnswer.Absent();
            } catch (SdkException trouble) {
                return new LiveAnswer.Unknown(LiveAnswer.Cause.SERVICE, String.valueOf(trouble.getMessage()));
            }
        }

        private static void number(
                Map<QueueAttributeName, String> said, QueueAttributeName name, String as, Map<String, Object> into) {
            if (said.containsKey(name)) {
                into.put(as, new BigDecimal(said.get(name)));
            }
        }

        @Override
        public List<String> list(String region, String account) {
            try {
                return client(region).listQueues().queueUrls().stream()
                        .map(url -> url.substring(url.lastIndexOf('/') + 1))
                        .toList();
            } catch (SdkException trouble) {
                return List.of();
            }
        }

        private SqsClient client(String region) {
            return clients.computeIfAbsent(region, this::build);
        }

        private SqsClient build(String region) {
            SqsClientBuilder builder =
                    SqsClient.builder().region(Region.of(region)).httpClientBuilder(UrlConnectionHttpClient.builder());
            // A real account's credentials come from where the SDK always looks; an emulator takes any.
            backend.address().ifPresent(emulator -> builder.endpointOverride(emulator)
                    .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"))));
            return builder.build();
        }

        @Override
        public void close() {
            clients.values().forEach(SqsClient::close);
        }
    }
}
