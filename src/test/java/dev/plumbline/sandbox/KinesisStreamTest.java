package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a stream goes through, and the account's limits. */
class KinesisStreamTest {
    private final Lab lab = new Lab();
    private final Api api = lab.api;

    @AfterEach
    void close() {
        lab.close();
    }

    private String shown(String stream, String... path) {
        String[] whole = new String[path.length + 1];
        whole[0] = "StreamDescriptionSummary";
        System.arraycopy(path, 0, whole, 1, path.length);
        return lab.summary(stream).text(whole);
    }

    @Test
    void comesToBeAndGoesWithTime() {
        api.ok("CreateStream", "{'StreamName':'s','StreamModeDetails':{'StreamMode':'ON_DEMAND'}}");
        assertThat(lab.status("s")).isEqualTo("CREATING");
        assertThat(shown("s", "OpenShardCount")).isEqualTo("0");
        assertThat(api.refused("AddTagsToStream", "{'StreamName':'s'}").error()).isEqualTo("ValidationException");
        assertThat(api.refused("DeleteStream", "{'StreamName':'s'}").message())
                .isEqualTo("Stream s under account 123456789012 not ACTIVE, instead in state CREATING");
        lab.settle();
        assertThat(lab.status("s")).isEqualTo("ACTIVE");
        assertThat(shown("s", "OpenShardCount")).isEqualTo("4");
        assertThat(shown("s", "StreamModeDetails", "StreamMode")).isEqualTo("ON_DEMAND");
        assertThat(shown("s", "EncryptionType")).isEqualTo("NONE");
        api.ok("DeleteStream", "{'StreamName':'s'}");
        assertThat(lab.status("s")).isEqualTo("DELETING");
        assertThat(api.refused("CreateStream", "{'StreamName':'s','ShardCount':1}")
                        .error())
                .isEqualTo("ResourceInUseException");
        lab.settle();
        assertThat(api.refused("DescribeStreamSummary", "{'StreamName':'s'}").error())
                .isEqualTo("ResourceNotFoundException");
    }

    @Test
    void keepsTheTagsItIsCreatedWith() {
        api.ok("CreateStream", "{'StreamName':'s','ShardCount':1,'Tags':{'Team':'x','Env':''}}");
        assertThat(api.ok("ListTagsForStream", "{'StreamName':'s'}").list("Tags"))
                .isEqualTo(List.of(Map.of("Key", "Env", "Value", ""), Map.of("Key", "Team", "Value", "x")));
        api.ok("AddTagsToStream", "{'StreamName':'s','Tags':{'Team':'y'}}");
        api.ok("RemoveTagsFromStream", "{'StreamName':'s','TagKeys':['Env']}");
        String resource = "{'ResourceARN':'" + api.arn("s") + "'}";
        assertThat(api.ok("ListTagsForResource", resource).list("Tags"))
                .isEqualTo(List.of(Map.of("Key", "Team", "Value", "y")));
        assertThat(lab.status("s")).as("tags are no state change").isEqualTo("CREATING");
        Api.Reply page = api.ok("ListTagsForStream", "{'StreamName':'s','ExclusiveStartTagKey':'Team'}");
        assertThat(page.list("Tags")).isEmpty();
    }

    @Test
    void takesFiftyTagsAndNoMore() {
        lab.provisioned("s", 1);
        StringBuilder tags = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            tags.append(i == 0 ? "" : ",").append("'k").append(i).append("':'v'");
        }
        api.ok("AddTagsToStream", "{'StreamName':'s','Tags':{" + tags + "}}");
        assertThat(api.refused("AddTagsToStream", "{'StreamName':'s','Tags':{'one':'more'}}")
                        .error())
                .isEqualTo("InvalidArgumentException");
    }

    @Test
    void switchesItsModeTwiceADay() {
        lab.provisioned("s", 3);
        for (String mode : List.of("ON_DEMAND", "PROVISIONED")) {
            api.ok("UpdateStreamMode", mode(mode));
            assertThat(lab.status("s")).isEqualTo("UPDATING");
            assertThat(api.refused("UpdateStreamMode", mode("ON_DEMAND")).error())
                    .isEqualTo("ResourceInUseException");
            lab.settle();
            assertThat(shown("s", "StreamModeDetails", "StreamMode")).isEqualTo(mode);
            assertThat(shown("s", "OpenShardCount")).as("the shards stay").isEqualTo("3");
        }
        assertThat(api.refused("UpdateStreamMode", mode("ON_DEMAND")).error()).isEqualTo("LimitExceededException");
        lab.clock.forward(Duration.ofHours(24));
        api.ok("UpdateStreamMode", mode("ON_DEMAND"));
    }

    private String mode(String mode) {
        return "{'StreamARN':'" + api.arn("s") + "','StreamModeDetails':{'StreamMode':'" + mode + "'}}";
    }

    @Test
    void resizesTenTimesADay() {
        lab.provisioned("s", 2);
        for (int i = 0; i < 10; i++) {
            Api.Reply reply = api.ok(
                    "UpdateShardCount",
                    "{'StreamName':'s','TargetShardCount':" + (i % 2 == 0 ? 4 : 2)
                            + ",'ScalingType':'UNIFORM_SCALING'}");
            assertThat(reply.number("CurrentShardCount")).isEqualTo(i % 2 == 0 ? 2 : 4);
            lab.settle();
        }
        assertThat(shown("s", "OpenShardCount")).isEqualTo("2");
        assertThat(api.refused(
                                "UpdateShardCount",
                                "{'StreamName':'s','TargetShardCount':4,'ScalingType':'UNIFORM_SCALING'}")
                        .error())
                .isEqualTo("LimitExceededException");
        List<Object> shards = api.ok("ListShards", "{'StreamName':'s'}").list("Shards");
        assertThat(shards).hasSizeGreaterThan(2);
        lab.clock.forward(Duration.ofHours(25));
        assertThat(api.ok("ListShards", "{'StreamName':'s'}").list("Shards"))
                .as("closed shards outlive their records by nothing")
                .hasSize(2);
    }

    @Test
    void keepsWhatIsSetOnIt() {
        lab.provisioned("s", 1);
        api.ok("IncreaseStreamRetentionPeriod", "{'StreamName':'s','RetentionPeriodHours':24}");
        assertThat(lab.status("s")).as("24 for 24 is no change").isEqualTo("ACTIVE");
        api.ok("IncreaseStreamRetentionPeriod", "{'StreamName':'s','RetentionPeriodHours':48}");
        assertThat(lab.status("s")).isEqualTo("UPDATING");
        lab.settle();
        Api.Reply on = api.ok("EnableEnhancedMonitoring", "{'StreamName':'s','ShardLevelMetrics':['ALL']}");
        assertThat(on.list("CurrentShardLevelMetrics")).isEmpty();
        assertThat(on.list("DesiredShardLevelMetrics")).hasSize(7).doesNotContain("ALL");
        lab.settle();
        api.ok("DisableEnhancedMonitoring", "{'StreamName':'s','ShardLevelMetrics':['IncomingBytes']}");
        lab.settle();
        api.ok("StartStreamEncryption", "{'StreamName':'s','EncryptionType':'KMS','KeyId':'alias/k'}");
        lab.settle();
        api.ok("UpdateMaxRecordSize", "{'StreamARN':'" + api.arn("s") + "','MaxRecordSizeInKiB':2048}");
        lab.settle();
        Api.Reply summary = lab.summary("s");
        assertThat(summary.text("StreamDescriptionSummary", "RetentionPeriodHours"))
                .isEqualTo("48");
        assertThat(summary.text("StreamDescriptionSummary", "KeyId")).isEqualTo("alias/k");
        assertThat(summary.text("StreamDescriptionSummary", "EncryptionType")).isEqualTo("KMS");
        assertThat(summary.text("StreamDescriptionSummary", "MaxRecordSizeInKiB"))
                .isEqualTo("2048");
        assertThat(summary.list("StreamDescriptionSummary", "EnhancedMonitoring", "0", "ShardLevelMetrics"))
                .hasSize(6);
        api.ok("DecreaseStreamRetentionPeriod", "{'StreamName':'s','RetentionPeriodHours':24}");
        lab.settle();
        api.ok("StopStreamEncryption", "{'StreamName':'s','EncryptionType':'KMS','KeyId':'alias/k'}");
        lab.settle();
        assertThat(shown("s", "EncryptionType")).isEqualTo("NONE");
    }

    @Test
    void listsInPages() {
        for (String name : List.of("a", "b", "c")) {
            lab.provisioned(name, 1);
        }
        Api.Reply first = api.ok("ListStreams", "{'Limit':2}");
        assertThat(first.list("StreamNames")).isEqualTo(List.of("a", "b"));
        assertThat(first.get("HasMoreStreams")).isEqualTo(true);
        Api.Reply second = api.ok("ListStreams", "{'NextToken':'" + first.text("NextToken") + "'}");
        assertThat(second.list("StreamNames")).isEqualTo(List.of("c"));
        assertThat(second.get("HasMoreStreams")).isEqualTo(false);
        assertThat(api.ok("ListStreams", "{'ExclusiveStartStreamName':'b'}").list("StreamNames"))
                .isEqualTo(List.of("c"));
        lab.provisioned("many", 5);
        Api.Reply shards = api.ok("ListShards", "{'StreamName':'many','MaxResults':3}");
        assertThat(shards.list("Shards")).hasSize(3);
        assertThat(api.ok("ListShards", "{'NextToken':'" + shards.text("NextToken") + "'}")
                        .list("Shards"))
                .hasSize(2);
        Api.Reply described = api.ok("DescribeStream", "{'StreamName':'many','Limit':4}");
        assertThat(described.get("StreamDescription", "HasMoreShards")).isEqualTo(true);
    }

    @Test
    void holdsFiveThatAreBeingCreatedOrDeletedAtOnce() {
        for (int i = 0; i < 5; i++) {
            api.ok("CreateStream", "{'StreamName':'s" + i + "','ShardCount':1}");
        }
        assertThat(api.refused("CreateStream", "{'StreamName':'six','ShardCount':1}")
                        .error())
                .isEqualTo("LimitExceededException");
        lab.settle();
        lab.provisioned("six", 1);
        for (int i = 0; i < 5; i++) {
            api.ok("DeleteStream", "{'StreamName':'s" + i + "'}");
        }
        assertThat(api.refused("DeleteStream", "{'StreamName':'six'}").error()).isEqualTo("LimitExceededException");
    }

    @Test
    void holdsFiftyOnDemandStreamsAndSaysSo() {
        for (int i = 0; i < 50; i++) {
            lab.onDemand("s" + i);
        }
        lab.provisioned("p", 3);
        Api.Reply limits = api.ok("DescribeLimits", "{}");
        assertThat(limits.number("OnDemandStreamCount")).isEqualTo(50);
        assertThat(limits.number("OnDemandStreamCountLimit")).isEqualTo(50);
        assertThat(limits.number("OpenShardCount")).isEqualTo(3);
        Api.Reply more =
                api.refused("CreateStream", "{'StreamName':'more','StreamModeDetails':{'StreamMode':'ON_DEMAND'}}");
        assertThat(more.error()).isEqualTo("LimitExceededException");
        assertThat(more.message()).contains("On-Demand stream");
        String other = "{'StreamName':'more','StreamModeDetails':{'StreamMode':'ON_DEMAND'}}";
        new Api(api.endpoint(), "test", "us-west-2").ok("CreateStream", other);
        new Api(api.endpoint(), "210987654321", "us-east-1").ok("CreateStream", other);
    }

    @Test
    void isSeenByItsAccountInItsRegionOnly() {
        lab.provisioned("s", 1);
        for (Api stranger : List.of(
                new Api(api.endpoint(), "test", "eu-west-1"),
                new Api(api.endpoint(), "somebody", "us-east-1"),
                new Api(api.endpoint(), "000000000001", "us-east-1"))) {
            assertThat(stranger.ok("ListStreams", "{}").list("StreamNames")).isEmpty();
        }
        assertThat(new Api(api.endpoint(), "123456789012", "us-east-1")
                        .ok("ListStreams", "{}")
                        .list("StreamNames"))
                .isEqualTo(List.of("s"));
    }

    @Test
    void hasConsumers() {
        lab.provisioned("s", 1);
        String stream = "'StreamARN':'" + api.arn("s") + "'";
        Api.Reply made = api.ok("RegisterStreamConsumer", "{" + stream + ",'ConsumerName':'c','Tags':{'k':'v'}}");
        assertThat(made.text("Consumer", "ConsumerStatus")).isEqualTo("CREATING");
        lab.settle();
        String arn = made.text("Consumer", "ConsumerARN");
        assertThat(api.ok("DescribeStreamConsumer", "{'ConsumerARN':'" + arn + "'}")
                        .text("ConsumerDescription", "ConsumerStatus"))
                .isEqualTo("ACTIVE");
        assertThat(api.ok("ListTagsForResource", "{'ResourceARN':'" + arn + "'}")
                        .list("Tags"))
                .isEqualTo(List.of(Map.of("Key", "k", "Value", "v")));
        assertThat(shown("s", "ConsumerCount")).isEqualTo("1");
        api.ok("DeregisterStreamConsumer", "{" + stream + ",'ConsumerName':'c'}");
        lab.settle();
        assertThat(api.ok("ListStreamConsumers", "{" + stream + "}").list("Consumers"))
                .isEmpty();
        assertThat(shown("s", "ConsumerCount")).isEqualTo("0");
        api.ok("DeleteStream", "{'StreamName':'s'}");
    }
}
