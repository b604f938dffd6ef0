package dev.plumbline.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StubAwsTest {
    @ParameterizedTest
    @CsvSource({
        "EXPIRED,    403, ExpiredToken,                  ExpiredTokenException",
        "INVALID,    403, InvalidClientTokenId,          UnrecognizedClientException",
        "BAD_SECRET, 403, SignatureDoesNotMatch,         InvalidSignatureException",
        "DENIED,     200, GetCallerIdentityResult,       AccessDeniedException",
        "HTML_404,   404, Not Found,                     Not Found",
    })
    void answersAsTheConditionHasIt(ServerCondition condition, int sts, String identity, String kinesis)
            throws IOException, InterruptedException {
        try (StubAws aws = new StubAws(condition)) {
            HttpResponse<String> caller = send(aws, "Action=GetCallerIdentity&Version=2011-06-15", false);
            assertThat(caller.statusCode()).isEqualTo(sts);
            assertThat(caller.body()).contains(identity);
            HttpResponse<String> create = send(aws, "{\"StreamName\":\"datacenter-stream\"}", true);
            assertThat(create.statusCode()).isBetween(400, 404);
            assertThat(create.body()).contains(kinesis);
        }
    }

    @Test
    void namesTheDeniedAction() throws IOException, InterruptedException {
        try (StubAws aws = new StubAws(ServerCondition.DENIED)) {
            assertThat(send(aws, "{}", true).body()).contains("is not authorized to perform: kinesis:CreateStream");
        }
    }

    private static HttpResponse<String> send(StubAws aws, String body, boolean kinesis)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(aws.url())).POST(HttpRequest.BodyPublishers.ofString(body));
        if (kinesis) {
            request.header("X-Amz-Target", "Kinesis_20131202.CreateStream")
                    .header("Content-Type", "application/x-amz-json-1.1");
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
