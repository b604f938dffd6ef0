package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake gets AWS's error type and text, with status 400. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KinesisErrorsTest {
    private final Lab lab = new Lab();

    @BeforeAll
    void streams() {
        lab.provisioned("two", 2);
        lab.onDemand("demand");
        lab.api.ok("RegisterStreamConsumer", "{'StreamARN':'" + lab.api.arn("two") + "','ConsumerName':'c'}");
        lab.settle();
    }

    @AfterAll
    void close() {
        lab.close();
    }

    /** A call and how it is refused. */
    record Row(String operation, String input, String error, String text) {
        @Override
        public String toString() {
            return operation + " " + input;
        }
    }

    private static final String SHARD = "shardId-000000000000";
    private static final String ARN = "arn:aws:kinesis:us-east-1:123456789012:stream/";

    static Stream<Row> rows() {
        return Stream.of(
                new Row(
                        "CreateStream",
                        "{'StreamName':'two','ShardCount':1}",
                        "ResourceInUseException",
                        "Stream two under account 123456789012 already exists."),
                new Row(
                        "CreateStream",
                        "{'StreamName':'bad name','ShardCount':1}",
                        "ValidationException",
                        "1 validation error detected: Value 'bad name' at 'streamName' failed to satisfy constraint:"
                                + " Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+"),
                new Row(
                        "CreateStream",
                        "{'StreamName':'','ShardCount':0}",
                        "ValidationException",
                        "3 validation errors detected: Value '' at 'streamName' failed to satisfy constraint: Member"
                                + " must satisfy regular expression pattern: [a-zA-Z0-9_.-]+; Value '' at 'streamName'"
                                + " failed to satisfy constraint: Member must have length greater than or equal to 1;"
                                + " Value '0' at 'shardCount' failed to satisfy constraint: Member must have value"
                                + " greater than or equal to 1"),
                new Row(
                        "CreateStream",
                        "{'StreamName':'" + "n".repeat(129) + "','ShardCount':1}",
                        "ValidationException",
                        "Member must have length less than or equal to 128"),
                new Row(
                        "CreateStream",
                        "{'ShardCount':1}",
                        "ValidationException",
                        "1 validation error detected: Value null at 'streamName' failed to satisfy constraint: Member"
                                + " must not be null"),
                new Row(
                        "CreateStream",
                        "{'StreamName':'s','ShardCount':1,'StreamModeDetails':{'StreamMode':'ON_DEMAND'}}",
                        "ValidationException",
                        "ShardCount is not expected when StreamMode=ON_DEMAND"),
                new Row("CreateStream", "{'StreamName':'s'}", "ValidationException", "ShardCount is required"),
                new Row(
                        "CreateStream",
                        "{'StreamName':'s','StreamModeDetails':{'StreamMode':'on-demand'}}",
                        "ValidationException",
                        "Value 'on-demand' at 'streamModeDetails.streamMode' failed to satisfy constraint: Member must"
                                + " satisfy enum value set: [PROVISIONED, ON_DEMAND]"),
                new Row(
                        "CreateStream",
                        "{'StreamName':'s','ShardCount':20001}",
                        "LimitExceededException",
                        "This request would exceed the shard limit for the account 123456789012 in us-east-1. Current"
                                + " shard count for the account: 2. Limit: 20000."),
                new Row(
                        "CreateStream",
                        "{'StreamName':'s','ShardCount':1,'Tags':{'a#b':'c'}}",
                        "InvalidArgumentException",
                        "Some tags contain invalid characters."),
                new Row(
                        "CreateStream",
                        "{'StreamName':5}",
                        "SerializationException",
                        "can not be converted to an String"),
                new Row("CreateStream", "{'StreamName':[]}", "SerializationException", "Start of list found"),
                new Row(
                        "CreateStream",
                        "{'StreamName':'s','ShardCount':'1'}",
                        "SerializationException",
                        "class java.lang.String can not be converted to an Integer"),
                new Row("CreateStream", "{'StreamName':", "SerializationException", ""),
                new Row("CreateStream", "nonsense", "SerializationException", ""),
                new Row("CreateStream", "[]", "SerializationException", ""),
                new Row("CreateStream", "{} {}", "SerializationException", ""),
                new Row("MakeStream", "{}", "UnknownOperationException", ""),
                new Row(
                        "DescribeStreamSummary",
                        "{'StreamName':'none'}",
                        "ResourceNotFoundException",
                        "Stream none under account 123456789012 not found."),
                new Row("DescribeStreamSummary", "{}", "InvalidArgumentException", "StreamName or StreamARN"),
                new Row(
                        "DescribeStreamSummary",
                        "{'StreamName':'two','StreamARN':'" + ARN + "demand'}",
                        "InvalidArgumentException",
                        "name different streams"),
                new Row(
                        "DescribeStreamSummary",
                        "{'StreamARN':'arn:aws:kinesis:us-west-2:123456789012:stream/two'}",
                        "ResourceNotFoundException",
                        "us-west-2"),
                new Row("DescribeStreamSummary", "{'StreamARN':'two'}", "ValidationException", "at 'streamARN'"),
                new Row(
                        "IncreaseStreamRetentionPeriod",
                        "{'StreamName':'two','RetentionPeriodHours':23}",
                        "InvalidArgumentException",
                        "Minimum allowed retention period is 24 hours. Requested retention period (23 hours) is too"
                                + " short."),
                new Row(
                        "IncreaseStreamRetentionPeriod",
                        "{'StreamName':'two','RetentionPeriodHours':8761}",
                        "InvalidArgumentException",
                        "Maximum allowed retention period is 8760 hours."),
                new Row(
                        "DecreaseStreamRetentionPeriod",
                        "{'StreamName':'two','RetentionPeriodHours':25}",
                        "InvalidArgumentException",
                        "Requested retention period (25 hours) for stream two can not be longer than existing retention"
                                + " period (24 hours). Use IncreaseRetentionPeriod API."),
                new Row(
                        "UpdateShardCount",
                        "{'StreamName':'two','TargetShardCount':5,'ScalingType':'UNIFORM_SCALING'}",
                        "LimitExceededException",
                        "more than double its current open shard count, 2"),
                new Row(
                        "UpdateShardCount",
                        "{'StreamName':'two','TargetShardCount':0,'ScalingType':'UNIFORM_SCALING'}",
                        "ValidationException",
                        "at 'targetShardCount'"),
                new Row(
                        "UpdateShardCount",
                        "{'StreamName':'demand','TargetShardCount':4,'ScalingType':'UNIFORM_SCALING'}",
                        "ValidationException",
                        "ON_DEMAND"),
                new Row(
                        "UpdateStreamMode",
                        "{'StreamARN':'" + ARN + "two','StreamModeDetails':{'StreamMode':'PROVISIONED'}}",
                        "ValidationException",
                        "already"),
                new Row(
                        "SplitShard",
                        "{'StreamName':'two','ShardToSplit':'" + SHARD + "','NewStartingHashKey':'0'}",
                        "InvalidArgumentException",
                        "is not both greater than one plus the shard's StartingHashKey"),
                new Row(
                        "SplitShard",
                        "{'StreamName':'two','ShardToSplit':'shardId-000000000009','NewStartingHashKey':'9'}",
                        "ResourceNotFoundException",
                        "Could not find shard shardId-000000000009 in stream two under account 123456789012."),
                new Row(
                        "MergeShards",
                        "{'StreamName':'two','ShardToMerge':'" + SHARD + "','AdjacentShardToMerge':'" + SHARD + "'}",
                        "InvalidArgumentException",
                        "are not an adjacent pair of shards eligible for merging"),
                new Row(
                        "ListShards",
                        "{}",
                        "InvalidArgumentException",
                        "Either NextToken or StreamName should be provided."),
                new Row("ListStreams", "{'NextToken':'x'}", "InvalidArgumentException", "NextToken is invalid."),
                new Row("ListStreams", "{'Limit':0}", "ValidationException", "greater than or equal to 1"),
                new Row(
                        "EnableEnhancedMonitoring",
                        "{'StreamName':'two','ShardLevelMetrics':['Bytes']}",
                        "ValidationException",
                        "Member must satisfy enum value set: [IncomingBytes,"),
                new Row(
                        "StartStreamEncryption",
                        "{'StreamName':'two','EncryptionType':'KMS'}",
                        "ValidationException",
                        "Value null at 'keyId' failed to satisfy constraint: Member must not be null"),
                new Row("DeleteStream", "{'StreamName':'two'}", "ResourceInUseException", "has registered consumers"),
                new Row(
                        "RegisterStreamConsumer",
                        "{'StreamARN':'" + ARN + "two','ConsumerName':'c'}",
                        "ResourceInUseException",
                        "already exists"),
                new Row(
                        "PutRecord",
                        "{'StreamName':'two','PartitionKey':'k','Data':'###'}",
                        "SerializationException",
                        "can not be converted to a Blob"),
                new Row(
                        "PutRecord",
                        "{'StreamName':'two','PartitionKey':'','Data':''}",
                        "ValidationException",
                        "at 'partitionKey'"),
                new Row(
                        "PutRecord",
                        "{'StreamName':'two','PartitionKey':'k','Data':'','ExplicitHashKey':"
                                + "'340282366920938463463374607431768211456'}",
                        "InvalidArgumentException",
                        "Invalid ExplicitHashKey."),
                new Row("PutRecords", "{'StreamName':'two','Records':[]}", "ValidationException", "at 'records'"),
                new Row(
                        "GetShardIterator",
                        "{'StreamName':'two','ShardId':'" + SHARD + "','ShardIteratorType':'AT_SEQUENCE_NUMBER'}",
                        "InvalidArgumentException",
                        "and no StartingSequenceNumber."),
                new Row(
                        "GetShardIterator",
                        "{'StreamName':'two','ShardId':'" + SHARD
                                + "','ShardIteratorType':'LATEST','StartingSequenceNumber':'1'}",
                        "InvalidArgumentException",
                        "and also a StartingSequenceNumber."),
                new Row(
                        "GetShardIterator",
                        "{'StreamName':'two','ShardId':'" + SHARD + "','ShardIteratorType':'AT_TIMESTAMP'}",
                        "InvalidArgumentException",
                        "Must specify timestampInMillis"),
                new Row(
                        "GetShardIterator",
                        "{'StreamName':'two','ShardId':'" + SHARD
                                + "','ShardIteratorType':'AT_SEQUENCE_NUMBER','StartingSequenceNumber':'12'}",
                        "InvalidArgumentException",
                        "is invalid."),
                new Row("GetRecords", "{'ShardIterator':'AAAA'}", "InvalidArgumentException", "Invalid ShardIterator."),
                new Row("SubscribeToShard", "{}", "UnsupportedOperationException", "GetShardIterator and GetRecords"),
                new Row(
                        "GetResourcePolicy",
                        "{'ResourceARN':'" + ARN + "two'}",
                        "ResourceNotFoundException",
                        "No policy"),
                new Row(
                        "TagResource",
                        "{'ResourceARN':'" + ARN + "two','Tags':{}}",
                        "ValidationException",
                        "at 'tags'"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isRefusedInAwsOwnWords(Row row) {
        Api.Reply reply = lab.api.refused(row.operation(), row.input());
        assertThat(reply.error()).isEqualTo(row.error());
        assertThat(row.text().isEmpty() ? "" : reply.message()).contains(row.text());
    }
}
