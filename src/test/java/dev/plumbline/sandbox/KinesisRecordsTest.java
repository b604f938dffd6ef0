package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The conveyor belt: records in, in order, out again, as fast as shards allow. */
class KinesisRecordsTest {
    private static final String FIRST = "shardId-000000000000";
    private final Lab lab = new Lab();
    private final Api api = lab.api;

    @BeforeEach
    void stream() {
        lab.provisioned("s", 1);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private Api.Reply put(String data) {
        return api.ok("PutRecord", "{'StreamName':'s','PartitionKey':'k','Data':'" + base64(data) + "'}");
    }

    private String iterator(String type, String more) {
        return api.ok(
                        "GetShardIterator",
                        "{'StreamName':'s','ShardId':'" + FIRST + "','ShardIteratorType':'" + type + "'" + more + "}")
                .text("ShardIterator");
    }

    private Api.Reply get(String iterator) {
        return api.ok("GetRecords", "{'ShardIterator':'" + iterator + "'}");
    }

    private static List<String> data(Api.Reply reply) {
        List<String> data = new ArrayList<>();
        for (Object record : reply.list("Records")) {
            String encoded = String.valueOf(((Map<?, ?>) record).get("Data"));
            data.add(new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8));
        }
        return data;
    }

    @Test
    void givesRecordsBackInOrder() {
        String latest = iterator("LATEST", "");
        String one = put("one").text("SequenceNumber");
        String two = put("two").text("SequenceNumber");
        lab.clock.forward(Duration.ofSeconds(1));
        double later = lab.clock.millis() / 1000.0;
        String three = put("three").text("SequenceNumber");
        assertThat(List.of(one, two, three)).isSorted().doesNotHaveDuplicates();
        assertThat(data(get(iterator("TRIM_HORIZON", "")))).containsExactly("one", "two", "three");
        assertThat(data(get(latest))).containsExactly("one", "two", "three");
        assertThat(data(get(iterator("LATEST", "")))).isEmpty();
        String at = ",'StartingSequenceNumber':'" + two + "'";
        assertThat(data(get(iterator("AT_SEQUENCE_NUMBER", at)))).containsExactly("two", "three");
        lab.clock.forward(Duration.ofSeconds(1));
        assertThat(data(get(iterator("AFTER_SEQUENCE_NUMBER", at)))).containsExactly("three");
        assertThat(data(get(iterator("AT_TIMESTAMP", ",'Timestamp':" + later)))).containsExactly("three");
    }

    @Test
    void readsOnWhereItStopped() {
        put("one");
        put("two");
        lab.clock.forward(Duration.ofMillis(300));
        Api.Reply first = api.ok("GetRecords", "{'ShardIterator':'" + iterator("TRIM_HORIZON", "") + "','Limit':1}");
        assertThat(data(first)).containsExactly("one");
        assertThat(first.number("MillisBehindLatest")).isEqualTo(300);
        Api.Reply second = get(first.text("NextShardIterator"));
        assertThat(data(second)).containsExactly("two");
        assertThat(second.number("MillisBehindLatest")).isZero();
        put("three");
        assertThat(data(get(second.text("NextShardIterator")))).containsExactly("three");
    }

    @Test
    void refusesAnIteratorAfterFiveMinutes() {
        String iterator = iterator("LATEST", "");
        lab.clock.forward(Duration.ofMinutes(5));
        get(iterator);
        lab.clock.forward(Duration.ofMillis(1));
        Api.Reply reply = api.refused("GetRecords", "{'ShardIterator':'" + iterator + "'}");
        assertThat(reply.error()).isEqualTo("ExpiredIteratorException");
        assertThat(reply.message()).startsWith("Iterator expired. The iterator was created at time Fri Jan 02");
    }

    @Test
    void forgetsWhatOutlivesTheRetention() {
        put("old");
        lab.clock.forward(Duration.ofHours(23));
        put("young");
        lab.clock.forward(Duration.ofHours(1).plusMillis(1));
        assertThat(data(get(iterator("TRIM_HORIZON", "")))).containsExactly("young");
    }

    @Test
    void hashesPartitionKeysToShards() {
        lab.provisioned("four", 4);
        // MD5: "a" is 0cc1…, "b" is 92eb…, "c" is 4a8a…, "hello7" would do for none of these.
        for (Map.Entry<String, Integer> expected :
                Map.of("a", 0, "b", 2, "c", 1).entrySet()) {
            Api.Reply reply =
                    api.ok("PutRecord", "{'StreamName':'four','PartitionKey':'" + expected.getKey() + "','Data':''}");
            assertThat(reply.text("ShardId")).isEqualTo("shardId-00000000000" + expected.getValue());
        }
        Api.Reply explicit = api.ok(
                "PutRecord",
                "{'StreamName':'four','PartitionKey':'a','Data':'',"
                        + "'ExplicitHashKey':'340282366920938463463374607431768211455'}");
        assertThat(explicit.text("ShardId")).isEqualTo("shardId-000000000003");
    }

    @Test
    void takesAThousandRecordsASecond() {
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            records.append(i == 0 ? "" : ",").append("{'PartitionKey':'k','Data':''}");
        }
        String batch = "{'StreamName':'s','Records':[" + records + "]}";
        assertThat(api.ok("PutRecords", batch).number("FailedRecordCount")).isZero();
        assertThat(api.ok("PutRecords", batch).number("FailedRecordCount")).isZero();
        Api.Reply throttled = api.ok("PutRecords", batch);
        assertThat(throttled.number("FailedRecordCount")).isEqualTo(500);
        assertThat(throttled.text("Records", "0", "ErrorCode")).isEqualTo("ProvisionedThroughputExceededException");
        assertThat(throttled.text("Records", "0", "ErrorMessage"))
                .isEqualTo("Rate exceeded for shard " + FIRST + " in stream s under account 123456789012.");
        lab.clock.forward(Duration.ofMillis(100));
        assertThat(api.ok("PutRecords", batch).number("FailedRecordCount")).isEqualTo(400);
        assertThat(api.refused("PutRecord", "{'StreamName':'s','PartitionKey':'k','Data':''}")
                        .error())
                .isEqualTo("ProvisionedThroughputExceededException");
    }

    @Test
    void takesAMebibyteASecond() {
        String big = "x".repeat(700_000);
        put(big);
        assertThat(api.refused("PutRecord", "{'StreamName':'s','PartitionKey':'k','Data':'" + base64(big) + "'}")
                        .error())
                .isEqualTo("ProvisionedThroughputExceededException");
        lab.clock.forward(Duration.ofSeconds(1));
        put(big);
        assertThat(api.refused(
                                "PutRecord",
                                "{'StreamName':'s','PartitionKey':'k','Data':'" + base64("x".repeat(1_048_577)) + "'}")
                        .message())
                .contains("Member must have length less than or equal to 1048576");
    }

    @Test
    void givesFiveReadsASecond() {
        String iterator = iterator("TRIM_HORIZON", "");
        for (int i = 0; i < 5; i++) {
            get(iterator);
        }
        assertThat(api.refused("GetRecords", "{'ShardIterator':'" + iterator + "'}")
                        .error())
                .isEqualTo("ProvisionedThroughputExceededException");
        lab.clock.forward(Duration.ofMillis(200));
        get(iterator);
    }

    @Test
    void endsAClosedShardAndNamesItsChildren() {
        put("before");
        api.ok(
                "SplitShard",
                "{'StreamName':'s','ShardToSplit':'" + FIRST + "','NewStartingHashKey':'"
                        + "170141183460469231731687303715884105728'}");
        lab.settle();
        Api.Reply reply = get(iterator("TRIM_HORIZON", ""));
        assertThat(data(reply)).containsExactly("before");
        assertThat(reply.body()).doesNotContainKey("NextShardIterator");
        assertThat(reply.list("ChildShards")).hasSize(2);
        assertThat(reply.text("ChildShards", "0", "ParentShards", "0")).isEqualTo(FIRST);
        assertThat(put("after").text("ShardId")).isNotEqualTo(FIRST);
    }

    @Test
    void givesAnOverrunShardOfAnOnDemandStreamMoreRoom() {
        lab.onDemand("demand");
        String batch = "{'StreamName':'demand','Records':[" + "{'PartitionKey':'k','Data':''},".repeat(499)
                + "{'PartitionKey':'k','Data':''}]}";
        for (int second = 0; second < 8; second++) {
            for (int i = 0; i < 4; i++) {
                api.ok("PutRecords", batch);
            }
            lab.clock.forward(Duration.ofSeconds(1));
        }
        assertThat(lab.summary("demand").number("StreamDescriptionSummary", "OpenShardCount"))
                .isGreaterThan(4);
        assertThat(lab.status("demand")).isEqualTo("ACTIVE");
    }
}
