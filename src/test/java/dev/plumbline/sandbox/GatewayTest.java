package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever arrives gets an answer its sender can read, and never a 5xx. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayTest {
    private static final String LIST = "X-Amz-Target: Kinesis_20131202.ListStreams";
    private static final String JSON = "Content-Type: application/x-amz-json-1.1";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final String KINESIS = "Authorization: " + RawHttp.scope("test", "us-east-1", "kinesis");
    private static final String STS = "Authorization: " + RawHttp.scope("test", "us-east-1", "sts");
    private static final String NASTY = "{}[]\",:0\\\r\n /%";
    private static final String WHO = "Action=GetCallerIdentity&Version=2011-06-15";
    private final Lab lab = new Lab();
    private final RawHttp http = new RawHttp(lab.sandbox.endpoint());

    @AfterAll
    void close() {
        lab.close();
    }

    @BeforeEach
    void clear() {
        lab.sandbox.faults().clear();
    }

    @Test
    void answersTheCallersIdentity() {
        RawHttp.Reply reply = http.send("POST", "/", WHO, STS, FORM);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .contains("<Account>123456789012</Account>")
                .contains("<Arn>arn:aws:iam::123456789012:user/learner</Arn>");
        assertThat(http.send("GET", "/?" + WHO, "", STS).body()).contains("<Account>123456789012</Account>");
        String presigned = "/?" + WHO + "&X-Amz-Credential=test%2F20260102%2Fcn-north-1%2Fsts%2Faws4_request";
        assertThat(http.send("GET", presigned, "").body()).contains("arn:aws-cn:iam::123456789012");
    }

    @ParameterizedTest
    @CsvSource({
        "AssumeRole,ValidationError,assume_role",
        "GetSessionToken,ValidationError,does not serve GetSessionToken",
        "MakeTea,InvalidAction,MakeTea",
        "'',MissingAction,Missing Action"
    })
    void refusesTheRestOfSts(String action, String code, String text) {
        RawHttp.Reply reply = http.send("POST", "/", "Action=" + action + "&Version=2011-06-15", STS, FORM);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("<Code>" + code + "</Code>").contains(text);
    }

    @Test
    void answersWithAwsHeaders() {
        RawHttp.Reply reply = http.send("POST", "/", "{}", KINESIS, JSON, LIST);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.has("x-amzn-RequestId")).isTrue();
        assertThat(reply.has("x-amz-id-2")).isTrue();
        assertThat(reply.head()).contains("application/x-amz-json-1.1");
    }

    @ParameterizedTest
    @CsvSource({
        "s3,PUT,/bucket,'',application/xml,<Error><Code>UnsupportedService",
        "sqs,POST,/,application/x-www-form-urlencoded,text/xml,<Code>UnsupportedService",
        "dynamodb,POST,/,application/x-amz-json-1.0,application/x-amz-json-1.1,\"__type\":\"UnsupportedService\"",
        "lambda,POST,/2015-03-31/functions,application/json,application/x-amz-json-1.1,UnsupportedService"
    })
    void saysWhichServicesItHas(String service, String method, String path, String type, String answered, String text) {
        RawHttp.Reply reply = http.send(
                method,
                path,
                "",
                "Authorization: " + RawHttp.scope("test", "us-east-1", service),
                "Content-Type: " + type);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.head()).contains(answered);
        assertThat(reply.body()).contains(text).contains("serves only Kinesis and STS, not " + service);
    }

    @Test
    void wantsToKnowWhoCalls() {
        RawHttp.Reply kinesis = http.send("POST", "/", "{}", JSON, LIST);
        assertThat(kinesis.status()).isEqualTo(400);
        assertThat(kinesis.body()).contains("MissingAuthenticationToken");
        RawHttp.Reply sts = http.send("POST", "/", WHO, FORM);
        assertThat(sts.status()).isEqualTo(403);
        assertThat(sts.body()).contains("<Code>MissingAuthenticationToken</Code>");
        assertThat(http.send("POST", "/", "{}", JSON, LIST, "Authorization: Basic dGVzdA==")
                        .body())
                .contains("IncompleteSignatureException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-east-1a", "narnia", "US-EAST-1", "us_east_1"})
    void wantsARegion(String region) {
        RawHttp.Reply reply =
                http.send("POST", "/", "{}", JSON, LIST, "Authorization: " + RawHttp.scope("test", region, "kinesis"));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("Credential should be scoped to a valid region");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"us-east-1", "ap-southeast-7", "us-gov-west-1", "cn-north-1", "us-iso-east-1", "mx-central-1"})
    void takesAnyRegionAwsMightHave(String region) {
        assertThat(http.send(
                                "POST",
                                "/",
                                "{}",
                                JSON,
                                LIST,
                                "Authorization: " + RawHttp.scope("test", region, "kinesis"))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS", "PATCH", "BREW"})
    void wantsKinesisCallsPosted(String method) {
        RawHttp.Reply reply = http.send(method, "/", "{}", KINESIS, JSON, LIST);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("UnknownOperationException");
    }

    @Test
    void keepsWebPagesOut() {
        for (String intruder : List.of("Origin: http://evil.example", "Host: evil.example")) {
            assertThat(http.send("GET", "/_plumbline/calls", "", intruder).status())
                    .isEqualTo(403);
            assertThat(http.send("POST", "/", "{}", KINESIS, JSON, LIST, intruder)
                            .status())
                    .isEqualTo(403);
        }
        assertThat(http.send("GET", "/_plumbline/calls", "").status()).isEqualTo(200);
        assertThat(http.send("GET", "/_plumbline/none", "").status()).isEqualTo(404);
        assertThat(http.send("POST", "/_plumbline/faults", "{\"times\":\"x\"}").status())
                .isEqualTo(400);
        assertThat(http.send("GET", "/_plumbline/calls?after=x", "").status()).isEqualTo(400);
    }

    @Test
    void refusesAGiganticBody() {
        RawHttp.Reply reply = http.send("POST", "/", new byte[17 << 20], KINESIS, JSON, LIST);
        assertThat(reply.status()).isIn(413, 0);
        assertThat(http.send("POST", "/", "{}", KINESIS, JSON, LIST).status()).isEqualTo(200);
    }

    @Test
    void recordsCallsWithoutTheirData() {
        long last = lab.sandbox.calls(0).stream()
                .mapToLong(call -> call.number())
                .max()
                .orElse(0);
        lab.api.send("PutRecord", "{\"StreamName\":\"x\",\"PartitionKey\":\"k\",\"Data\":\"c2VjcmV0\"}");
        var call = lab.sandbox.calls(last).get(0);
        assertThat(call.operation()).isEqualTo("PutRecord");
        assertThat(call.error()).contains("ResourceNotFoundException");
        assertThat(call.parameters()).contains("StreamName=x").doesNotContain("c2VjcmV0");
        assertThat(call.account()).isEqualTo("123456789012");
        assertThat(call.region()).isEqualTo("us-east-1");
        assertThat(call.time()).isEqualTo(lab.clock.instant());
    }

    @Test
    void strikesAsOftenAsAFaultSays() {
        lab.sandbox.faults().add(dev.plumbline.sandbox.control.Fault.throttle("ListStreams", 2));
        lab.sandbox.faults().add(dev.plumbline.sandbox.control.Fault.latency("*", Duration.ofMillis(1), 1));
        for (int i = 0; i < 2; i++) {
            assertThat(lab.api.refused("ListStreams", "{}").error())
                    .isEqualTo("ProvisionedThroughputExceededException");
        }
        lab.api.ok("ListStreams", "{}");
        assertThat(lab.sandbox.faults().pending()).isEmpty();
    }

    /** The JDK's server itself answers 501 to a Transfer-Encoding it does not know; that is no answer of ours. */
    @Test
    void neverAnswersAMistakeWith5xx() {
        Random random = new Random(20260102);
        for (int i = 0; i < 1_500; i++) {
            byte[] request = mutate(sound(random), random);
            RawHttp.Reply reply = http.bytes(request);
            assertThat(reply.status())
                    .as(new String(request, StandardCharsets.ISO_8859_1))
                    .isLessThan(500);
        }
        assertThat(http.send("POST", "/", "{}", KINESIS, JSON, LIST).status()).isEqualTo(200);
    }

    private byte[] sound(Random random) {
        List<String> operations = List.of("CreateStream", "ListShards", "PutRecords", "GetRecords", "UpdateStreamMode");
        List<String> bodies = List.of(
                "{\"StreamName\":\"f\",\"ShardCount\":1,\"Tags\":{\"a\":\"b\"}}",
                "{\"StreamName\":\"f\",\"ShardFilter\":{\"Type\":\"AT_LATEST\"},\"MaxResults\":3}",
                "{\"StreamName\":\"f\",\"Records\":[{\"Data\":\"YQ==\",\"PartitionKey\":\"k\"}]}",
                "{\"ShardIterator\":\"aXRlcmF0b3IvZi94LzAvNDkvMQ==\",\"Limit\":1e99}",
                "{\"StreamARN\":\"arn:aws:kinesis:us-east-1:123456789012:stream/f/consumer/c:1\"}");
        String body = bodies.get(random.nextInt(bodies.size()));
        String type = random.nextInt(4) == 0 ? "application/x-amz-cbor-1.1" : "application/x-amz-json-1.1";
        return ("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + KINESIS + "\r\nContent-Type: " + type
                        + "\r\nX-Amz-Target: Kinesis_20131202." + operations.get(random.nextInt(operations.size()))
                        + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] mutate(byte[] sound, Random random) {
        byte[] changed = sound.clone();
        int body = new String(sound, StandardCharsets.UTF_8).indexOf("\r\n\r\n") + 4;
        for (int i = random.nextInt(4); i >= 0; i--) {
            int from = random.nextBoolean() ? 0 : Math.min(body, changed.length - 1);
            int at = from + random.nextInt(changed.length - from);
            switch (random.nextInt(3)) {
                case 0 -> changed[at] = (byte) random.nextInt(256);
                case 1 -> changed = Arrays.copyOf(changed, Math.max(from + 1, at));
                default -> changed[at] = (byte) NASTY.charAt(random.nextInt(NASTY.length()));
            }
        }
        return changed;
    }
}
