package dev.plumbline.corpus;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A small server that answers every request as AWS answers bad credentials, missing permission, or as a web server does
 * that is no AWS. The texts are those of AWS's own documentation of common errors (STS answers 403 in XML, Kinesis 400 in
 * the request's own encoding).
 */
final class StubAws implements AwsUnderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper CBOR = new ObjectMapper(new CBORFactory());

    /** What is said, by STS and by Kinesis under its own name for the same thing. */
    private record Refusal(String stsCode, String kinesisType, String message) {}

    private static final Map<ServerCondition, Refusal> REFUSALS = Map.of(
            ServerCondition.EXPIRED,
            new Refusal(
                    "ExpiredToken", "ExpiredTokenException", "The security token included in the request is expired"),
            ServerCondition.INVALID,
            new Refusal(
                    "InvalidClientTokenId",
                    "UnrecognizedClientException",
                    "The security token included in the request is invalid."),
            ServerCondition.BAD_SECRET,
            new Refusal(
                    "SignatureDoesNotMatch",
                    "InvalidSignatureException",
                    "The request signature we calculated does not match the signature you provided. Check your AWS Secret"
                            + " Access Key and signing method. Consult the service documentation for details."));

    private final ServerCondition condition;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    StubAws(ServerCondition condition) throws IOException {
        this.condition = condition;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (condition == ServerCondition.HTML_404) {
                send(exchange, 404, "text/html", "<html><body><h1>404 Not Found</h1></body></html>");
            } else if (exchange.getRequestHeaders().containsKey("X-Amz-Target")) {
                kinesis(exchange);
            } else {
                sts(exchange);
            }
        }
    }

    private void sts(HttpExchange exchange) throws IOException {
        Refusal refusal = REFUSALS.get(condition);
        if (refusal == null) {
            send(
                    exchange,
                    200,
                    "text/xml",
                    "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
                            + "<GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/bob</Arn>"
                            + "<UserId>AIDACKCEVSQ6C2EXAMPLE</UserId><Account>123456789012</Account>"
                            + "</GetCallerIdentityResult><ResponseMetadata><RequestId>stub</RequestId>"
                            + "</ResponseMetadata></GetCallerIdentityResponse>");
        } else {
            send(
                    exchange,
                    403,
                    "text/xml",
                    "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type><Code>"
                            + refusal.stsCode() + "</Code><Message>" + refusal.message()
                            + "</Message></Error><RequestId>stub</RequestId></ErrorResponse>");
        }
    }

    private void kinesis(HttpExchange exchange) throws IOException {
        String operation = exchange.getRequestHeaders().getFirst("X-Amz-Target").replaceFirst("^.*\\.", "");
        Refusal refusal = REFUSALS.getOrDefault(
                condition,
                new Refusal(
                        "AccessDenied",
                        "AccessDeniedException",
                        "User: arn:aws:iam::123456789012:user/bob is not authorized to perform: kinesis:" + operation
                                + " on resource: arn:aws:kinesis:us-east-1:123456789012:stream/datacenter-stream because"
                                + " no identity-based policy allows the kinesis:" + operation + " action"));
        Map<String, String> body = Map.of("__type", refusal.kinesisType(), "message", refusal.message());
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        exchange.getResponseHeaders().set("x-amzn-ErrorType", refusal.kinesisType());
        if (type.contains("cbor")) {
            send(exchange, 400, type, CBOR.writeValueAsBytes(body));
        } else {
            send(exchange, 400, "application/x-amz-json-1.1", JSON.writeValueAsBytes(body));
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        send(exchange, status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("x-amzn-RequestId", "stub");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
