package dev.plumbline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cloud.Backend;
import dev.plumbline.report.SampleReports;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The belt inside a session, over an embedded AWS. */
@Timeout(60)
class BeltSessionTest {
    private static final String SCOPE = "AWS4-HMAC-SHA256 Credential=test/20260131/us-east-1/kinesis/aws4_request,"
            + " SignedHeaders=host, Signature=0";

    private static void create(URI endpoint) throws Exception {
        HttpResponse<String> reply = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(endpoint)
                                .header("Authorization", SCOPE)
                                .header("Content-Type", "application/x-amz-json-1.1")
                                .header("X-Amz-Target", "Kinesis_20131202.CreateStream")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"StreamName\":\"datacenter-stream\","
                                        + "\"StreamModeDetails\":{\"StreamMode\":\"ON_DEMAND\"}}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(reply.statusCode()).isEqualTo(200);
    }

    @Test
    void eachLineIsAnsweredBeforeTheNextPromptAndLeavingIsSaid(@TempDir Path workspace) throws Exception {
        try (Sandbox aws = Sandbox.start(SandboxOptions.inMemory().withTransition(Duration.ZERO))) {
            create(aws.endpoint());
            SampleLab sample = new SampleLab(workspace, new Exercise.Whole(), SampleReports.passed());
            String shown = new SampleSession(new OnAws(sample, new Backend.Embedded(aws.endpoint())))
                    .plain("stream\nput alpha hello\npause nobody\nsend 0\nlook\nback\n");
            String belt = shown.substring(shown.indexOf("belt ›"));
            assertThat(belt.split("belt ›", -1)).hasSize(6); // five lines, five prompts
            assertThat(belt)
                    .startsWith("belt › alpha: hash 2c17, shard 0,")
                    .contains("belt › There is no consumer nobody.")
                    .contains("belt › 0 is not a whole number")
                    .contains("belt › datacenter-stream: ON_DEMAND, 4 open shards.")
                    .containsPattern("alpha with\\s+hello")
                    .contains("belt › You have left the belt.");
        }
    }

    /** Lines are entered while a flood lasts, as they are where the prompt is open meanwhile. */
    @Test
    void aFloodLetsWhoAsksBeAnsweredAndLeavingDropsWhatWaits(@TempDir Path workspace) throws Exception {
        try (Sandbox aws = Sandbox.start(SandboxOptions.inMemory().withTransition(Duration.ZERO))) {
            create(aws.endpoint());
            SampleLab sample = new SampleLab(workspace, new Exercise.Whole(), SampleReports.passed());
            String shown = new SampleSession(new OnAws(sample, new Backend.Embedded(aws.endpoint())))
                    .recorded("stream", "flood 30", "terraform plan", "put alpha hello", "flood 30", "back");
            String belt = shown.substring(shown.indexOf("belt ›"));
            assertThat(belt)
                    .containsSubsequence("terraform works outside, and the belt is open.", "You have left the belt.")
                    .contains("put alpha hello: waits until the flood is over.")
                    .contains("flood 30: waits until the flood is over.")
                    .doesNotContain("alpha: hash");
            assertThat(belt.split("records were sent and", -1))
                    .as("no second flood")
                    .hasSizeLessThan(3);
        }
    }

    /** {@code lab stream}, as from a second terminal. */
    @Test
    void whoComesForTheBeltIsToldOfTheBeltAlone(@TempDir Path workspace) throws Exception {
        try (Sandbox aws = Sandbox.start(SandboxOptions.inMemory().withTransition(Duration.ZERO))) {
            create(aws.endpoint());
            SampleLab sample = new SampleLab(workspace, new Exercise.Whole(), SampleReports.unwritten());
            String shown = new SampleSession(new OnAws(sample, new Backend.Embedded(aws.endpoint())))
                    .plainFor("stream", "put alpha hello\nback\n");
            assertThat(shown)
                    .contains("alpha: hash 2c17, shard 0,", "You have left the belt.")
                    .doesNotContain("stage:", "Next:", "pending", "Welcome");
        }
    }
}
