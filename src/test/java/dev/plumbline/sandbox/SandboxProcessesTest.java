package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on one workspace, some of which do not live long. */
@Timeout(120)
class SandboxProcessesTest {
    private final Path folder;

    SandboxProcessesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void losesNothingItHasAnsweredWhenItIsKilled() throws IOException, InterruptedException {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        Set<String> numbers = ConcurrentHashMap.newKeySet();
        try (EndpointProcess child = EndpointProcess.start(folder)) {
            Api api = child.api();
            api.ok("CreateStream", "{'StreamName':'belt','StreamModeDetails':{'StreamMode':'ON_DEMAND'}}");
            active(api, "belt");
            ExecutorService callers = Executors.newFixedThreadPool(4);
            List<Future<?>> running = new ArrayList<>();
            for (int caller = 0; caller < 4; caller++) {
                int its = caller;
                running.add(callers.submit(() -> {
                    for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
                        String tag = "t" + its + "-" + i % 10;
                        String value = String.valueOf(i);
                        if (api.send(
                                                "AddTagsToStream",
                                                "{\"StreamName\":\"belt\",\"Tags\":{\"" + tag + "\":\"" + value
                                                        + "\"}}")
                                        .status()
                                == 200) {
                            acknowledged.add(tag + "=" + value);
                        }
                        Api.Reply put = api.send(
                                "PutRecord", "{\"StreamName\":\"belt\",\"PartitionKey\":\"" + i + "\",\"Data\":\"\"}");
                        if (put.status() == 200) {
                            numbers.add(put.text("SequenceNumber"));
                        }
                    }
                }));
            }
            while (numbers.size() < 400) {
                Thread.onSpinWait();
            }
            child.kill();
            callers.shutdownNow();
            assertThat(callers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            assertThat(running).allMatch(Future::isDone);
        }
        try (SandboxLink link = SandboxLink.open(folder)) {
            Api api = new Api(link.endpoint(), "test", "us-east-1");
            for (int caller = 0; caller < 4; caller++) {
                for (int slot = 0; slot < 10; slot++) {
                    String tag = "t" + caller + "-" + slot;
                    long last = acknowledged.stream()
                            .filter(one -> one.startsWith(tag + "="))
                            .mapToLong(one -> Long.parseLong(one.substring(one.indexOf('=') + 1)))
                            .max()
                            .orElse(-1);
                    assertThat(kept(api, tag)).as(tag).isGreaterThanOrEqualTo(last);
                }
            }
            assertThat(all(api)).containsAll(numbers);
        }
    }

    private static long kept(Api api, String tag) {
        return api.ok("ListTagsForStream", "{'StreamName':'belt'}").list("Tags").stream()
                .map(one -> (java.util.Map<?, ?>) one)
                .filter(one -> tag.equals(one.get("Key")))
                .mapToLong(one -> Long.parseLong(String.valueOf(one.get("Value"))))
                .findFirst()
                .orElse(-1);
    }

    private static Set<String> all(Api api) {
        Set<String> numbers = ConcurrentHashMap.newKeySet();
        for (Object shard : api.ok("ListShards", "{'StreamName':'belt'}").list("Shards")) {
            String id = String.valueOf(((java.util.Map<?, ?>) shard).get("ShardId"));
            String iterator = api.ok(
                            "GetShardIterator",
                            "{'StreamName':'belt','ShardId':'" + id + "','ShardIteratorType':'TRIM_HORIZON'}")
                    .text("ShardIterator");
            for (Object record :
                    api.ok("GetRecords", "{'ShardIterator':'" + iterator + "'}").list("Records")) {
                numbers.add(String.valueOf(((java.util.Map<?, ?>) record).get("SequenceNumber")));
            }
        }
        return numbers;
    }

    private static void active(Api api, String stream) {
        while (!api.ok("DescribeStreamSummary", "{'StreamName':'" + stream + "'}")
                .text("StreamDescriptionSummary", "StreamStatus")
                .equals("ACTIVE")) {
            Thread.onSpinWait();
        }
    }

    @Test
    void goesOnInAnotherProcessOnTheSamePort() throws IOException, InterruptedException {
        try (EndpointProcess child = EndpointProcess.start(folder)) {
            assertThat(child.wasServing()).isTrue();
            try (SandboxLink link = SandboxLink.open(folder)) {
                assertThat(link.serving()).isFalse();
                assertThat(link.endpoint()).isEqualTo(child.endpoint());
                child.api().ok("CreateStream", "{'StreamName':'s','ShardCount':1}");
                assertThat(link.calls(0)).hasSize(1);
                child.kill();
                while (!link.serving()) {
                    Thread.onSpinWait();
                }
                assertThat(link.endpoint()).isEqualTo(child.endpoint());
                assertThat(child.api().ok("ListStreams", "{}").list("StreamNames"))
                        .isEqualTo(List.of("s"));
                try (EndpointProcess late = EndpointProcess.start(folder)) {
                    assertThat(late.wasServing()).isFalse();
                    assertThat(late.endpoint()).isEqualTo(child.endpoint());
                }
            }
        }
    }

    /** A limit on the size of files stands for a full disk: writing fails the same way. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void saysThatTheDiskIsFullAndKeepsWhatItAnsweredBefore() throws IOException, InterruptedException {
        int made = 0;
        Api.Reply refused = null;
        try (EndpointProcess child =
                EndpointProcess.start(folder, List.of("sh", "-c", "ulimit -f 128; exec \"$@\"", "sh"))) {
            Api api = child.api();
            api.ok("CreateStream", "{'StreamName':'s','ShardCount':1}");
            active(api, "s");
            String data = "QUJD".repeat(1_000);
            while (refused == null && made < 2_000) {
                Api.Reply reply = api.send(
                        "PutRecord", "{\"StreamName\":\"s\",\"PartitionKey\":\"k\",\"Data\":\"" + data + "\"}");
                if (reply.status() == 200) {
                    made++;
                } else if (!reply.error().equals("ProvisionedThroughputExceededException")) {
                    refused = reply;
                }
            }
            assertThat(refused).isNotNull();
            assertThat(java.util.Objects.requireNonNull(refused).status()).isEqualTo(400);
            assertThat(refused.error()).isEqualTo("EmbeddedStoreFailure");
            assertThat(refused.message()).contains("store.mv").contains("try again");
            assertThat(api.ok("ListStreams", "{}").list("StreamNames")).isEqualTo(List.of("s"));
        }
        assertThat(Files.size(folder.resolve("sandbox/store.mv"))).isPositive();
        try (SandboxLink link = SandboxLink.open(folder)) {
            Api api = new Api(link.endpoint(), "test", "us-east-1");
            String iterator = api.ok(
                            "GetShardIterator",
                            "{'StreamName':'s','ShardId':'shardId-000000000000','ShardIteratorType':'TRIM_HORIZON'}")
                    .text("ShardIterator");
            assertThat(api.ok("GetRecords", "{'ShardIterator':'" + iterator + "'}")
                            .list("Records"))
                    .hasSize(made);
        }
    }
}
