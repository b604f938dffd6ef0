package dev.plumbline.sandbox;

import java.time.Duration;

/** An endpoint in memory whose time a test moves. */
final class Lab implements AutoCloseable {
    static final Duration STATE = Duration.ofMillis(700);
    final MovedClock clock = new MovedClock();
    final Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory().withClock(clock));
    final Api api = Api.of(sandbox);

    /** Lets every state that is passing pass. */
    void settle() {
        clock.forward(STATE);
    }

    void provisioned(String name, int shards) {
        api.ok("CreateStream", "{'StreamName':'" + name + "','ShardCount':" + shards + "}");
        settle();
    }

    void onDemand(String name) {
        api.ok("CreateStream", "{'StreamName':'" + name + "','StreamModeDetails':{'StreamMode':'ON_DEMAND'}}");
        settle();
    }

    Api.Reply summary(String name) {
        return api.ok("DescribeStreamSummary", "{'StreamName':'" + name + "'}");
    }

    String status(String name) {
        return summary(name).text("StreamDescriptionSummary", "StreamStatus");
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
