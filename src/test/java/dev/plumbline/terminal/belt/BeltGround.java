package dev.plumbline.terminal.belt;

import dev.plumbline.cloud.Backend;
import dev.plumbline.cloud.StreamTraffic;
import dev.plumbline.sandbox.MovedClock;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import dev.plumbline.text.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.StreamMode;

/** A stream in an embedded AWS whose time passes only when a test lets it; or when an order rests. */
final class BeltGround implements BeltTime, AutoCloseable {
    private static final String STREAM = "s";
    private final Sandbox sandbox;
    private final List<String> said = new ArrayList<>();
    private final MovedClock clock = new MovedClock();
    private Duration slower = Duration.ZERO;

    private BeltGround() {
        this.sandbox = Sandbox.start(SandboxOptions.inMemory().withClock(clock));
    }

    static BeltGround provisioned(int shards) {
        BeltGround ground = new BeltGround();
        ground.create(client -> client.createStream(r -> r.streamName(STREAM).shardCount(shards)));
        return ground;
    }

    static BeltGround onDemand() {
        BeltGround ground = new BeltGround();
        ground.create(client -> client.createStream(
                r -> r.streamName(STREAM).streamModeDetails(m -> m.streamMode(StreamMode.ON_DEMAND))));
        return ground;
    }

    /** On a machine that comes back from every rest so much too late. */
    BeltGround slowedBy(Duration late) {
        slower = late;
        return this;
    }

    private void create(java.util.function.Consumer<KinesisClient> call) {
        traffic().close(); // it chooses how the SDK speaks to Kinesis
        try (KinesisClient client = KinesisClient.builder()
                .region(Region.US_EAST_1)
                .endpointOverride(sandbox.endpoint())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .build()) {
            call.accept(client);
        }
        forward(Duration.ofSeconds(2));
    }

    StreamTraffic traffic() {
        return StreamTraffic.open(new Backend.Embedded(sandbox.endpoint()), STREAM, "us-east-1");
    }

    /** A belt that is open. */
    Belt belt() throws StreamTraffic.TrafficException {
        Belt belt = new Belt(STREAM, traffic());
        belt.open();
        return belt;
    }

    void forward(Duration by) {
        clock.forward(by);
    }

    /** So many seconds, a beat in each. */
    void seconds(int count, Belt belt) throws StreamTraffic.TrafficException {
        for (int i = 0; i < count; i++) {
            forward(Duration.ofSeconds(1));
            belt.beat();
        }
    }

    /** What was said of the seconds of a long order. */
    List<String> said() {
        return said;
    }

    @Override
    public long nanos() {
        return clock.millis() * 1_000_000;
    }

    @Override
    public boolean rest(Duration duration) {
        forward(duration.plus(slower));
        return true;
    }

    @Override
    public void passed(List<Line> lines) {
        lines.forEach(line -> said.add(line.text()));
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
