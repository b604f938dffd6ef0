package dev.plumbline.cloud;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * One call to an emulator by the API's own name, for setups and drills that change things outside Terraform. Emulators do
 * not check signatures; a real account is never called this way.
 */
public final class DirectCall {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The JSON protocol's version and target prefix of each service it can call. */
    private static final Map<String, String[]> SERVICES = Map.of(
            "kinesis", new String[] {"1.1", "Kinesis_20131202"},
            "sqs", new String[] {"1.0", "AmazonSQS"},
            "ssm", new String[] {"1.1", "AmazonSSM"});

    private DirectCall() {}

    /** Makes the call; answers with the refusal, or empty if it was carried out. */
    public static Optional<String> make(
            URI endpoint, String service, String operation, String region, Map<String, Object> parameters) {
        String[] protocol = SERVICES.get(service);
        if (protocol == null) {
            return Optional.of("no calls to " + service + " can be made here");
        }
        try {
            HttpURLConnection call =
                    (HttpURLConnection) endpoint.resolve("/").toURL().openConnection();
            call.setConnectTimeout(2000);
            call.setReadTimeout(20_000);
            call.setRequestMethod("POST");
            call.setDoOutput(true);
            call.setRequestProperty("Content-Type", "application/x-amz-json-" + protocol[0]);
            call.setRequestProperty("X-Amz-Target", protocol[1] + "." + operation);
            call.setRequestProperty("X-Amz-Date", "20200101T000000Z");
            call.setRequestProperty(
                    "Authorization",
                    "AWS4-HMAC-SHA256 Credential=test/20200101/" + region + "/" + service
                            + "/aws4_request, SignedHeaders=host;x-amz-date, Signature=0");
            try (OutputStream out = call.getOutputStream()) {
                out.write(JSON.writeValueAsBytes(parameters));
            }
            if (call.getResponseCode() < 300) {
                return Optional.empty();
            }
            InputStream answer = call.getErrorStream();
            String text = answer == null ? "" : new String(answer.readNBytes(4096), StandardCharsets.UTF_8);
            return Optional.of(text.isBlank() ? "status " + call.getResponseCode() : text.strip());
        } catch (IOException unreachable) {
            return Optional.of("no answer from " + endpoint);
        }
    }
}
