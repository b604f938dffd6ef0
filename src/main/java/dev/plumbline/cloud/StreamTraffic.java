package dev.plumbline.cloud;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.KinesisClientBuilder;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;

/** Records in and out of one live stream: the data plane, through the AWS SDK, without retries that would hide throttling. */
public final class StreamTraffic implements AutoCloseable {
    /** The most records of one PutRecords call. */
    public static final int BATCH = 500;

    private final String stream;
    private final KinesisClient client;

    private StreamTraffic(String stream, KinesisClient client) {
        this.stream = stream;
        this.client = client;
    }

    /** The traffic of that stream. */
    public static StreamTraffic open(Backend backend, String stream, String region) {
        JsonWire.choose();
        KinesisClientBuilder builder = KinesisClient.builder()
                .region(Region.of(region))
                .credentialsProvider(credentials(backend))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(2))
                        .socketTimeout(Duration.ofSeconds(10)))
                .overrideConfiguration(
                        o -> o.apiCallTimeout(Duration.ofSeconds(20)).retryStrategy(DefaultRetryStrategy.doNotRetry()));
        endpoint(backend).ifPresent(builder::endpointOverride);
        return new StreamTraffic(stream, builder.build());
    }

    private static Optional<URI> endpoint(Backend backend) {
        if (backend instanceof Backend.Embedded embedded) {
            return Optional.of(embedded.endpoint());
        }
        return backend instanceof Backend.Url url ? Optional.of(url.endpoint()) : Optional.empty();
    }

    private static AwsCredentialsProvider credentials(Backend backend) {
        return backend instanceof Backend.Real
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
    }

    /** A call did not succeed; the message is for the learner. */
    public static final class TrafficException extends Exception {
        private static final long serialVersionUID = 1L;

        TrafficException(SdkException cause) {
            super(cause.getMessage(), cause);
        }

        /** The message; never null. */
        public String text() {
            String message = getMessage();
            return message == null ? "AWS gave no reason." : message;
        }
    }

    /** How the stream takes its load: {@code ON_DEMAND} or {@code PROVISIONED}. */
    public String mode() throws TrafficException {
        try {
            StreamDescriptionSummary summary =
                    client.describeStreamSummary(r -> r.streamName(stream)).streamDescriptionSummary();
            return summary.streamModeDetails() == null
                    ? "PROVISIONED"
                    : summary.streamModeDetails().streamModeAsString();
        } catch (SdkException refused) {
            throw new TrafficException(refused);
        }
    }

    /**
     * A lane of the stream.
     *
     * @param from the first hash of its range, of 128 bits
     * @param to the last, included
     */
    public record Lane(String shard, BigInteger from, BigInteger to) {}

    /** The open shards, in the order of their ranges. */
    public List<Lane> lanes() throws TrafficException {
        try {
            List<Lane> lanes = new ArrayList<>();
            client.listShards(r -> r.streamName(stream)).shards().stream()
                    .filter(s -> s.sequenceNumberRange().endingSequenceNumber() == null)
                    .forEach(s -> lanes.add(new Lane(
                            s.shardId(),
                            new BigInteger(s.hashKeyRange().startingHashKey()),
                            new BigInteger(s.hashKeyRange().endingHashKey()))));
            lanes.sort(java.util.Comparator.comparing(Lane::from));
            return lanes;
        } catch (SdkException refused) {
            throw new TrafficException(refused);
        }
    }

    /** A record to put. */
    public record Parcel(String key, String data) {}

    /**
     * What became of a parcel.
     *
     * @param shard where it went, or null if it was refused
     * @param sequence its number there, or null
     * @param refusal AWS's error code, or null
     */
    public record Receipt(@Nullable String shard, @Nullable String sequence, @Nullable String refusal) {}

    /** Puts up to {@link #BATCH} records in one call; a part may be refused, as its receipts say. */
    public List<Receipt> put(List<Parcel> parcels) throws TrafficException {
        List<PutRecordsRequestEntry> entries = parcels.stream()
                .map(p -> PutRecordsRequestEntry.builder()
                        .partitionKey(p.key())
                        .data(SdkBytes.fromString(p.data(), StandardCharsets.UTF_8))
                        .build())
                .toList();
        try {
            return client.putRecords(r -> r.streamName(stream).records(entries)).records().stream()
                    .map(e -> new Receipt(e.shardId(), e.sequenceNumber(), e.errorCode()))
                    .toList();
        } catch (ProvisionedThroughputExceededException all) {
            return parcels.stream()
                    .map(p -> new Receipt(null, null, "ProvisionedThroughputExceededException"))
                    .toList();
        } catch (SdkException refused) {
            throw new TrafficException(refused);
        }
    }

    /** A place in a lane from which to read: its beginning, or only what comes from now on. */
    public String iterator(String shard, boolean fromTheBeginning) throws TrafficException {
        ShardIteratorType type = fromTheBeginning ? ShardIteratorType.TRIM_HORIZON : ShardIteratorType.LATEST;
        try {
            return client.getShardIterator(
                            r -> r.streamName(stream).shardId(shard).shardIteratorType(type))
                    .shardIterator();
        } catch (SdkException refused) {
            throw new TrafficException(refused);
        }
    }

    /** One record as it was read. */
    public record Arrival(String key, String sequence) {}

    /**
     * What one read brought.
     *
     * @param next where to go on; null if the shard is closed and read to its end, or the place has expired
     */
    public record Batch(List<Arrival> arrivals, @Nullable String next) {
        public Batch {
            arrivals = List.copyOf(arrivals);
        }
    }

    /** Reads at most that many records; one reader too many in a second gets none and keeps its place. */
    public Batch read(String iterator, int most) throws TrafficException {
        try {
            GetRecordsResponse page =
                    client.getRecords(r -> r.shardIterator(iterator).limit(most));
            return new Batch(
                    page.records().stream()
                            .map(r -> new Arrival(r.partitionKey(), r.sequenceNumber()))
                            .toList(),
                    page.nextShardIterator());
        } catch (ProvisionedThroughputExceededException tooOften) {
            return new Batch(List.of(), iterator);
        } catch (ExpiredIteratorException expired) {
            return new Batch(List.of(), null);
        } catch (SdkException refused) {
            throw new TrafficException(refused);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
