package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.ResourceInUseException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;
import software.amazon.awssdk.services.kinesis.model.StreamMode;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;
import software.amazon.awssdk.services.sts.StsClient;

/** AWS's own client understands the endpoint, in both formats it can speak to Kinesis. */
class SandboxSdkTest {
    private static final StaticCredentialsProvider LEARNER =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

    private static KinesisClient client(Lab lab, boolean cbor) {
        String before = System.getProperty("aws.cborEnabled");
        System.setProperty("aws.cborEnabled", String.valueOf(cbor));
        try {
            return KinesisClient.builder()
                    .endpointOverride(lab.sandbox.endpoint())
                    .region(Region.EU_CENTRAL_1)
                    .credentialsProvider(LEARNER)
                    .httpClient(UrlConnectionHttpClient.create())
                    .build();
        } finally {
            if (before == null) {
                System.clearProperty("aws.cborEnabled");
            } else {
                System.setProperty("aws.cborEnabled", before);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @ResourceLock("aws.cborEnabled")
    void isUnderstood(boolean cbor) {
        try (Lab lab = new Lab();
                KinesisClient client = client(lab, cbor)) {
            client.createStream(request -> request.streamName("s")
                    .streamModeDetails(mode -> mode.streamMode(StreamMode.ON_DEMAND))
                    .tags(Map.of("k", "ü")));
            StreamDescriptionSummary summary = client.describeStreamSummary(request -> request.streamName("s"))
                    .streamDescriptionSummary();
            assertThat(summary.streamStatus()).isEqualTo(StreamStatus.CREATING);
            assertThat(summary.streamCreationTimestamp())
                    .isEqualTo(lab.clock.instant().truncatedTo(ChronoUnit.MILLIS));
            assertThat(summary.streamARN()).isEqualTo("arn:aws:kinesis:eu-central-1:123456789012:stream/s");
            assertThat(client.listTagsForStream(request -> request.streamName("s"))
                            .tags()
                            .get(0)
                            .value())
                    .isEqualTo("ü");
            lab.settle();
            assertThat(client.listShards(request -> request.streamName("s")).shards())
                    .hasSize(4);
            assertThatThrownBy(() -> client.describeStream(request -> request.streamName("none")))
                    .isInstanceOf(ResourceNotFoundException.class)
                    .hasMessageContaining("Stream none under account 123456789012 not found.");
            assertThatThrownBy(() -> client.createStream(
                            request -> request.streamName("s").shardCount(1)))
                    .isInstanceOf(ResourceInUseException.class);
            records(client, lab);
            String sent = lab.sandbox.calls(0).get(0).agent();
            assertThat(sent).isEqualTo("aws-sdk-java");
        }
    }

    private static void records(KinesisClient client, Lab lab) {
        byte[] data = {0, (byte) 0xff, 1, (byte) 0x80};
        Instant before = lab.clock.instant();
        String shard = client.putRecord(request ->
                        request.streamName("s").partitionKey("schlüssel").data(SdkBytes.fromByteArray(data)))
                .shardId();
        String iterator = client.getShardIterator(request -> request.streamName("s")
                        .shardId(shard)
                        .shardIteratorType(ShardIteratorType.AT_TIMESTAMP)
                        .timestamp(before))
                .shardIterator();
        GetRecordsResponse got = client.getRecords(request -> request.shardIterator(iterator));
        assertThat(got.records()).hasSize(1);
        assertThat(got.records().get(0).data().asByteArray()).isEqualTo(data);
        assertThat(got.records().get(0).partitionKey()).isEqualTo("schlüssel");
        assertThat(got.records().get(0).approximateArrivalTimestamp()).isEqualTo(before);
        assertThat(got.millisBehindLatest()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "210987654321", "someone-else"})
    void knowsTheCaller(String key) {
        try (Lab lab = new Lab();
                StsClient sts = StsClient.builder()
                        .endpointOverride(lab.sandbox.endpoint())
                        .region(Region.US_WEST_2)
                        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(key, "x")))
                        .httpClient(UrlConnectionHttpClient.create())
                        .build()) {
            assertThat(sts.getCallerIdentity().account())
                    .isEqualTo(SandboxCredentials.account(key))
                    .matches("\\d{12}");
            assertThatThrownBy(() -> sts.getSessionToken(request -> request.durationSeconds(900)))
                    .hasMessageContaining("does not serve GetSessionToken");
        }
    }
}
