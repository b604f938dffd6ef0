package dev.plumbline.cloud;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One quick question to an endpoint before Terraform is let loose on it: the AWS provider tries a refused connection for
 * about 35 s before it says so (shared facts, "What the provider calls").
 */
public final class EndpointProbe {
    private static final String BODY = "Action=GetCallerIdentity&Version=2011-06-15";
    private static final int CONNECT_MILLIS = 2000;
    private static final int ANSWER_MILLIS = 5000;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private EndpointProbe() {}

    /** Why the backend cannot be used, or empty if it answers; a real account is not probed. */
    public static Optional<LiveAnswer.Unknown> trouble(Backend backend) {
        return backend.address().flatMap(endpoint -> ask(backend, endpoint));
    }

    /** What to say where nobody listens. */
    static String silence(Backend backend) {
        return backend instanceof Backend.Url url
                ? "Nothing answers at " + url.endpoint() + ". Start that AWS, or leave --aws out for the built-in one."
                : backend.address()
                        .map(endpoint -> "The built-in AWS does not answer at " + endpoint + " any more.")
                        .orElse("AWS cannot be reached. Is there a network?");
    }

    /** Whether somebody listens there; nothing is asked, so that nothing is logged there either. */
    public static boolean listens(URI endpoint) {
        int usual = "https".equals(endpoint.getScheme()) ? HTTPS : HTTP;
        int port = endpoint.getPort() < 0 ? usual : endpoint.getPort();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(endpoint.getHost(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    private static Optional<LiveAnswer.Unknown> ask(Backend backend, URI endpoint) {
        try {
            HttpURLConnection call =
                    (HttpURLConnection) endpoint.resolve("/").toURL().openConnection();
            call.setConnectTimeout(CONNECT_MILLIS);
            call.setReadTimeout(ANSWER_MILLIS);
            call.setInstanceFollowRedirects(false);
            call.setRequestMethod("POST");
            call.setDoOutput(true);
            call.setRequestProperty("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
            call.setRequestProperty("X-Amz-Date", "20200101T000000Z");
            call.setRequestProperty(
                    "Authorization",
                    "AWS4-HMAC-SHA256 Credential=test/20200101/us-east-1/sts/aws4_request, "
                            + "SignedHeaders=host;x-amz-date, Signature=0");
            try (OutputStream out = call.getOutputStream()) {
                out.write(BODY.getBytes(StandardCharsets.UTF_8));
            }
            int status = call.getResponseCode();
            InputStream answer = status >= 400 ? call.getErrorStream() : call.getInputStream();
            String text = answer == null ? "" : new String(answer.readNBytes(4096), StandardCharsets.UTF_8);
            boolean aws =
                    text.contains("GetCallerIdentity") || text.contains("<ErrorResponse") || text.contains("__type");
            return aws
                    ? Optional.empty()
                    : Optional.of(new LiveAnswer.Unknown(
                            LiveAnswer.Cause.NOT_AWS,
                            "Something answers at " + endpoint + ", but it is not an AWS endpoint (status " + status
                                    + "). Check the port."));
        } catch (ConnectException | UnknownHostException refused) {
            return Optional.of(new LiveAnswer.Unknown(LiveAnswer.Cause.UNREACHABLE, silence(backend)));
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.of(new LiveAnswer.Unknown(
                    LiveAnswer.Cause.NOT_AWS, "What listens at " + endpoint + " does not speak AWS's protocol."));
        }
    }
}
