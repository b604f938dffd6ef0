package dev.plumbline.cloud;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
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
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/** Records in and out of one live stream: the data plane, through the AWS SDK, without retries that would hide throttling. */
public final class StreamTraffic implements AutoCloseable {
    /** The Terraform resource whose records these are. */
    public static final String RESOURCE = "aws_kinesis_stream";

    /** The most records of one PutRecords call. */
    public static final int BATCH = 500;

    private final Backend backend;
    private final String stream;
    private final KinesisClient client;

    private StreamTraffic(Backend backend, String stream, KinesisClient client) {
        this.backend = backend;
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
        return new StreamTraffic(backend, stream, builder.build());
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

        private final boolean answered;

        TrafficException(SdkException cause, Backend backend) {
            super(inShort(cause, backend), cause);
            answered = cause instanceof AwsServiceException;
        }

        /** AWS's error and its words; the SDK would add numbers of its own that are others every time. */
        private static String inShort(SdkException cause, Backend backend) {
            return cause instanceof AwsServiceException answer && answer.awsErrorDetails() != null
                    ? answer.awsErrorDetails().errorCode() + ": "
                            + answer.awsErrorDetails().errorMessage()
                    : SdkTrouble.explain(cause, backend).message();
        }

        /** Whether it was AWS that refused; else nobody has answered. */
        public boolean isAnswer() {
            return answered;
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
            throw new TrafficException(refused, backend);
        }
    }

    /** Whether the stream is there and takes records. */
    public boolean live() throws TrafficException {
        try {
            StreamStatus status = client.describeStreamSummary(r -> r.streamName(stream))
                    .streamDescriptionSummary()
                    .streamStatus();
            return status == StreamStatus.ACTIVE || status == StreamStatus.UPDATING;
        } catch (ResourceNotFoundException none) {
            return false;
        } catch (SdkException refused) {
            throw new TrafficException(refused, backend);
        }
    }

    /**
     * A lane of the stream.
     *
     * @param from the first hash of its range, of 128 bits
     * @param to the last, included
     * @param open whether it takes records; after a split or a merge it is only read
     */
    public record Lane(String shard, BigInteger from, BigInteger to, boolean open) {}

    /** The shards that can be read, in the order of their ranges. */
    public List<Lane> lanes() throws TrafficException {
        try {
            List<Lane> lanes = new ArrayList<>();
            client.listShards(r -> r.streamName(stream))
                    .shards()
                    .forEach(s -> lanes.add(new Lane(
                            s.shardId(),
                            new BigInteger(s.hashKeyRange().startingHashKey()),
                            new BigInteger(s.hashKeyRange().endingHashKey()),
                            s.sequenceNumberRange().endingSequenceNumber() == null)));
            lanes.sort(Comparator.comparing(Lane::from).thenComparing(Lane::shard));
            return lanes;
        } catch (SdkException refused) {
            throw new TrafficException(refused, backend);
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
            throw new TrafficException(refused, backend);
        }
    }

    /** A place in a lane from which to read everything that is kept there. */
    public String fromTheBeginning(String shard) throws TrafficException {
        return iterator(shard, ShardIteratorType.TRIM_HORIZON, null);
    }

    /** A place in a lane from which to read what comes from now on. */
    public String fromNow(String shard) throws TrafficException {
        return iterator(shard, ShardIteratorType.LATEST, null);
    }

    /** A place in a lane behind the record of that sequence number. */
    public String after(String shard, String sequence) throws TrafficException {
        return iterator(shard, ShardIteratorType.AFTER_SEQUENCE_NUMBER, sequence);
    }

    private String iterator(String shard, ShardIteratorType type, @Nullable String sequence) throws TrafficException {
        try {
            return client.getShardIterator(r -> r.streamName(stream)
                            .shardId(shard)
                            .shardIteratorType(type)
                            .startingSequenceNumber(sequence))
                    .shardIterator();
        } catch (SdkException refused) {
            throw new TrafficException(refused, backend);
        }
    }

    /** One record as it was read. */
    public record Arrival(String key, String data, String sequence) {}

    /** How a read went. */
    public enum Reading {
        /** As far as it goes: at the end of a closed shard there is no next place. */
        DONE,
        /** One reader too many in this second: nothing came, and the place is kept. */
        TOO_OFTEN,
        /** The place is older than five minutes; a new one is needed. */
        EXPIRED
    }

    /**
     * What one read brought.
     *
     * @param next where to go on; null if the shard is closed and read to its end, or the place has expired
     * @param millisBehind how far behind the newest record of the shard that place is
     */
    public record Batch(List<Arrival> arrivals, @Nullable String next, long millisBehind, Reading reading) {
        public Batch {
            arrivals = List.copyOf(arrivals);
        }
    }

    /** Reads at most that many records. */
    public Batch read(String iterator, int most) throws TrafficException {
        try {
            GetRecordsResponse page =
                    client.getRecords(r -> r.shardIterator(iterator).limit(most));
            Long behind = page.millisBehindLatest();
            return new Batch(
                    page.records().stream()
                            .map(r -> new Arrival(
                                    r.partitionKey(),
                                    new String(r.data().asByteArrayUnsafe(), StandardCharsets.UTF_8),
                                    r.sequenceNumber()))
                            .toList(),
                    page.nextShardIterator(),
                    behind == null ? 0 : behind,
                    Reading.DONE);
        } catch (ProvisionedThroughputExceededException tooOften) {
            return new Batch(List.of(), iterator, 0, Reading.TOO_OFTEN);
        } catch (ExpiredIteratorException expired) {
            return new Batch(List.of(), null, 0, Reading.EXPIRED);
        } catch (SdkException refused) {
            throw new TrafficException(refused, backend);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
