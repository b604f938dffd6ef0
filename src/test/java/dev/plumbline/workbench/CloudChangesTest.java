package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.sandbox.SandboxLink;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ResourceInUseException;
import software.amazon.awssdk.services.kinesis.model.StreamMode;

class CloudChangesTest {
    @Test
    void aChangeIsToldOnceAndLooksAreNone(@TempDir Path home) {
        try (SandboxLink link = SandboxLink.open(home.resolve(".plumbline"));
                KinesisClient client = client(link)) {
            CloudChanges changes = new CloudChanges(link);
            assertThat(changes.news()).isEmpty();
            create(client, "one");
            assertThat(operations(changes)).containsExactly("CreateStream");
            client.describeStreamSummary(request -> request.streamName("one"));
            client.listStreams();
            assertThat(operations(changes)).isEmpty();
            assertThatThrownBy(() -> create(client, "one")).isInstanceOf(ResourceInUseException.class);
            assertThat(operations(changes)).isEmpty();
            create(client, "two");
            client.listStreams();
            assertThat(operations(changes)).containsExactly("CreateStream");
        }
    }

    private static void create(KinesisClient client, String name) {
        client.createStream(request ->
                request.streamName(name).streamModeDetails(details -> details.streamMode(StreamMode.ON_DEMAND)));
    }

    private static List<String> operations(CloudChanges changes) {
        return changes.news().stream().map(CloudChanges.Change::operation).toList();
    }

    private static KinesisClient client(SandboxLink link) {
        return KinesisClient.builder()
                .endpointOverride(link.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }
}
