package dev.plumbline.cloud;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.KinesisClientBuilder;
import software.amazon.awssdk.services.kinesis.model.EncryptionType;
import software.amazon.awssdk.services.kinesis.model.ListStreamsResponse;
import software.amazon.awssdk.services.kinesis.model.ListTagsForStreamResponse;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;
import software.amazon.awssdk.services.kinesis.model.Tag;

/** Live {@code aws_kinesis_stream}s through the AWS SDK: DescribeStreamSummary, ListTagsForStream, ListStreams. */
public final class KinesisLiveResources implements LiveResources {
    /** The accounts that emulators give to keys they do not know. */
    private static final Set<String> COMMON_ACCOUNTS = Set.of("123456789012", "000000000000");

    /** The Terraform type this answers for. */
    public static final String TYPE = "aws_kinesis_stream";

    private final Backend backend;
    private final Map<String, KinesisClient> clients = new ConcurrentHashMap<>();

    /** Asks that backend; a client per region and account is made when first needed. */
    public KinesisLiveResources(Backend backend) {
        this.backend = backend;
    }

    @Override
    public LiveAnswer find(String identity, String region, String account) {
        try {
            KinesisClient client = client(region, account);
            StreamDescriptionSummary stream =
                    client.describeStreamSummary(r -> r.streamName(identity)).streamDescriptionSummary();
            if (stream == null || stream.streamARN() == null) {
                return new LiveAnswer.Unknown(LiveAnswer.Cause.NOT_AWS, "The answer was not Kinesis's.");
            }
            if (stream.streamStatus() == StreamStatus.DELETING) {
                return new LiveAnswer.Absent(); // its name is still taken for a while, and nothing can be done with it
            }
            return new LiveAnswer.Found(resource(stream, tags(client, identity), region));
        } catch (ResourceNotFoundException absent) {
            return new LiveAnswer.Absent();
        } catch (SdkException trouble) {
            return SdkTrouble.explain(trouble, backend);
        }
    }

    private static Map<String, @Nullable Object> tags(KinesisClient client, String name) {
        Map<String, @Nullable Object> tags = new LinkedHashMap<>();
        String after = null;
        ListTagsForStreamResponse page;
        do {
            String start = after;
            page = client.listTagsForStream(r -> r.streamName(name).exclusiveStartTagKey(start));
            for (Tag tag : page.tags()) {
                tags.put(tag.key(), tag.value());
                after = tag.key();
            }
        } while (Boolean.TRUE.equals(page.hasMoreTags()) && !page.tags().isEmpty());
        return tags;
    }

    private static LiveResource resource(
            StreamDescriptionSummary stream, Map<String, @Nullable Object> tags, String region) {
        String[] arn = stream.streamARN().split(":", 6);
        String mode = stream.streamModeDetails() == null
                ? "PROVISIONED"
                : stream.streamModeDetails().streamModeAsString();
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put("name", stream.streamName());
        attributes.put("arn", stream.streamARN());
        attributes.put("region", arn.length > 3 ? arn[3] : region);
        attributes.put("stream_mode_details", List.of(Map.of("stream_mode", mode)));
        // The provider keeps 0 for an on-demand stream, whose shards are the service's business.
        attributes.put("shard_count", mode.equals("ON_DEMAND") ? null : BigDecimal.valueOf(stream.openShardCount()));
        attributes.put("retention_period", BigDecimal.valueOf(stream.retentionPeriodHours()));
        EncryptionType encryption = stream.encryptionType();
        attributes.put("encryption_type", encryption == null ? "NONE" : encryption.toString());
        attributes.put("kms_key_id", stream.keyId());
        List<Object> metrics = new ArrayList<>();
        stream.enhancedMonitoring().forEach(m -> metrics.addAll(m.shardLevelMetricsAsStrings()));
        attributes.put("shard_level_metrics", metrics);
        attributes.put("tags", tags);
        // AWS does not know which tags came from the provider's default_tags.
        attributes.put("tags_all", tags);
        return new LiveResource(
                TYPE,
                stream.streamName(),
                arn.length > 3 ? arn[3] : region,
                arn.length > 4 ? arn[4] : "",
                stream.streamStatusAsString(),
                stream.streamCreationTimestamp(),
                attributes);
    }

    @Override
    public List<String> list(String region, String account) {
        try {
            KinesisClient client = client(region, account);
            List<String> names = new ArrayList<>();
            ListStreamsResponse page = client.listStreams();
            names.addAll(page.streamNames());
            while (Boolean.TRUE.equals(page.hasMoreStreams())
                    && !page.streamNames().isEmpty()) {
                String last = names.get(names.size() - 1);
                page = client.listStreams(r -> r.exclusiveStartStreamName(last));
                names.addAll(page.streamNames());
            }
            return names;
        } catch (SdkException trouble) {
            // A list is only ever a help in explaining; the verdict rests on find.
            return List.of();
        }
    }

    private KinesisClient client(String region, String account) {
        return clients.computeIfAbsent(region + "/" + account, key -> build(region, account));
    }

    private KinesisClient build(String region, String account) {
        JsonWire.choose();
        KinesisClientBuilder builder = KinesisClient.builder()
                .region(Region.of(region))
                .credentialsProvider(credentials(account))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(2))
                        .socketTimeout(Duration.ofSeconds(10)))
                .overrideConfiguration(o -> o.apiCallTimeout(Duration.ofSeconds(20))
                        // A local endpoint that refuses is said at once; a real account may throttle for a moment.
                        .retryStrategy(
                                backend.isLocal()
                                        ? DefaultRetryStrategy.doNotRetry()
                                        : DefaultRetryStrategy.standardStrategyBuilder()
                                                .maxAttempts(3)
                                                .build()));
        backend.address().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private AwsCredentialsProvider credentials(String account) {
        if (backend instanceof Backend.Real) {
            return DefaultCredentialsProvider.builder().build();
        }
        // An emulator takes twelve digits for the account itself (ours, moto and LocalStack all do), so that a stream
        // made with keys typed into the file is looked for where it is.
        String key = account.isEmpty() || COMMON_ACCOUNTS.contains(account) ? "test" : account;
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(key, "test"));
    }

    @Override
    public void close() {
        clients.values().forEach(KinesisClient::close);
        clients.clear();
    }
}
