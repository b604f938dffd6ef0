package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An independent emulator answers the same, but for what it is known to do otherwise than AWS. */
class SandboxMotoIT {
    /** Differ from one run to the next, on any backend. */
    private static final Set<String> UNLIKE = Set.of(
            "StreamCreationTimestamp",
            "ConsumerCreationTimestamp",
            "SequenceNumber",
            "StartingSequenceNumber",
            "EndingSequenceNumber",
            "ShardIterator",
            "NextShardIterator",
            "ApproximateArrivalTimestamp",
            "ConsumerARN",
            "MillisBehindLatest");

    /** A call that both are asked; where moto is known to answer otherwise, why that is no matter. */
    private record Step(String operation, String input, String deviation) {
        static Step same(String operation, String input) {
            return new Step(operation, input, "");
        }

        @Override
        public String toString() {
            return operation + " " + input;
        }
    }

    private static final String ARN = "arn:aws:kinesis:us-east-1:123456789012:stream/s";
    private static final List<Step> STEPS = List.of(
            Step.same("ListStreams", "{}"),
            new Step(
                    "DescribeLimits",
                    "{}",
                    "moto has 6000 shards as the limit in us-east-1, where AWS documents 20000"),
            Step.same("CreateStream", "{'StreamName':'s','ShardCount':2}"),
            new Step("CreateStream", "{'StreamName':'s','ShardCount':2}", "moto's text is the bare name"),
            new Step(
                    "DescribeStreamSummary",
                    "{'StreamName':'s'}",
                    "moto leaves out ConsumerCount and MaxRecordSizeInKiB"),
            Step.same("DescribeStream", "{'StreamName':'none'}"),
            Step.same("ListShards", "{'StreamName':'s'}"),
            Step.same("AddTagsToStream", "{'StreamName':'s','Tags':{'a':'1','b':'2'}}"),
            Step.same("RemoveTagsFromStream", "{'StreamName':'s','TagKeys':['a']}"),
            Step.same("ListTagsForStream", "{'StreamName':'s'}"),
            Step.same("IncreaseStreamRetentionPeriod", "{'StreamName':'s','RetentionPeriodHours':48}"),
            Step.same("DecreaseStreamRetentionPeriod", "{'StreamName':'s','RetentionPeriodHours':24}"),
            Step.same("IncreaseStreamRetentionPeriod", "{'StreamName':'s','RetentionPeriodHours':1}"),
            new Step(
                    "PutRecord",
                    "{'StreamName':'s','PartitionKey':'a','Data':'YQ=='}",
                    "moto leaves out EncryptionType, which the API reference has"),
            Step.same("StartStreamEncryption", "{'StreamName':'s','EncryptionType':'KMS','KeyId':'alias/k'}"),
            Step.same("StopStreamEncryption", "{'StreamName':'s','EncryptionType':'KMS','KeyId':'alias/k'}"),
            Step.same("UpdateStreamMode", "{'StreamARN':'" + ARN + "','StreamModeDetails':{'StreamMode':'ON_DEMAND'}}"),
            new Step("CreateStream", "{'StreamName':'bad name','ShardCount':1}", "moto does not check names"),
            Step.same("CreateStream", "{'StreamName':'t','ShardCount':1,'Tags':{'a':'1'}}"),
            new Step("ListTagsForStream", "{'StreamName':'t'}", "moto has dropped the tags of CreateStream"),
            Step.same("DeleteStream", "{'StreamName':'s'}"));

    private final Path folder;

    SandboxMotoIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void answersAsAnIndependentEmulatorDoes() throws IOException {
        boolean onPath = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(one -> Files.isExecutable(Path.of(one, "moto_server")));
        assumeTrue(onPath, "moto_server is not on the PATH");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Process moto = new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("moto.txt").toFile())
                .start();
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory().withTransition(Duration.ZERO))) {
            URI theirs = URI.create("http://127.0.0.1:" + port);
            awaitAnswer(moto, theirs);
            List<String> differences = new ArrayList<>();
            for (Step step : STEPS) {
                String ours = shown(Api.of(sandbox), step);
                String other = shown(new Api(theirs, "test", "us-east-1"), step);
                if (!ours.equals(other) && step.deviation().isEmpty()) {
                    differences.add(step + "\n  ours   " + ours + "\n  moto's " + other);
                }
            }
            assertThat(differences).isEmpty();
        } finally {
            moto.descendants().forEach(ProcessHandle::destroyForcibly);
            moto.destroyForcibly();
        }
    }

    private static void awaitAnswer(Process moto, URI endpoint) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (new RawHttp(endpoint).send("GET", "/moto-api/data.json", "").status() != 200) {
            assertThat(moto.isAlive()).as("moto_server runs").isTrue();
            assertThat(System.nanoTime()).as("moto_server answers in a minute").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static String shown(Api api, Step step) {
        Api.Reply reply = api.send(step.operation(), step.input().replace('\'', '"'));
        return reply.status() + " " + plain(reply.body());
    }

    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, one) -> {
                if (one != null && !UNLIKE.contains(String.valueOf(key))) {
                    sorted.put(String.valueOf(key), plain(one));
                }
            });
            return sorted;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(one -> plain(Objects.requireNonNull(one))).toList();
        }
        return value;
    }
}
