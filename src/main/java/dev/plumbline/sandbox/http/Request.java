package dev.plumbline.sandbox.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.plumbline.sandbox.wire.AwsException;
import dev.plumbline.sandbox.wire.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A request that has been read whole. */
final class Request {
    /** Five MiB of PutRecords, or one record of ten, in Base64, and room for keys. */
    private static final int LARGEST_BODY = 16 << 20;

    private final String method;
    private final Optional<String> query;
    private final Headers headers;
    private final byte[] body;

    private Request(String method, Optional<String> query, Headers headers, byte[] body) {
        this.method = method;
        this.query = query;
        this.headers = headers;
        this.body = body;
    }

    String method() {
        return method;
    }

    byte[] body() {
        return body;
    }

    /**
     * Reads the body, up to a limit.
     *
     * @throws AwsException RequestTooLarge, status 413
     */
    static Request of(HttpExchange exchange) throws IOException {
        byte[] body;
        try (InputStream in = exchange.getRequestBody()) {
            body = in.readNBytes(LARGEST_BODY + 1);
        }
        if (body.length > LARGEST_BODY) {
            throw new AwsException(
                    "RequestTooLarge", 413, "The request body is larger than " + (LARGEST_BODY >> 20) + " MiB.");
        }
        return with(exchange, body);
    }

    /** The head alone, to answer one whose body is not wanted. */
    static Request withoutBody(HttpExchange exchange) {
        return with(exchange, new byte[0]);
    }

    private static Request with(HttpExchange exchange, byte[] body) {
        return new Request(
                exchange.getRequestMethod(),
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()),
                exchange.getRequestHeaders(),
                body);
    }

    /** The caller's program; the grader's own Terraform runs name themselves by TF_APPEND_USER_AGENT. */
    String agent() {
        String agent = header("User-Agent").orElse("");
        if (agent.contains("plumbline-grader")) {
            return "plumbline-grader";
        }
        if (agent.contains("erraform")) {
            return "terraform";
        }
        int version = agent.indexOf('/');
        return version < 0 ? agent : agent.substring(0, version);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    Optional<Scope> scope() {
        return Scope.of(header("Authorization"), query);
    }

    String contentType() {
        String type = header("Content-Type").orElse("");
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    /** The parameters of the query protocol: in the body of a POST, in the URL of a GET. */
    Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        decode(query.orElse(""), form);
        decode(new String(body, StandardCharsets.UTF_8), form);
        return form;
    }

    private static void decode(String encoded, Map<String, String> form) {
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                try {
                    form.put(
                            URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
                } catch (IllegalArgumentException broken) {
                    throw AwsException.of("MalformedQueryString", "The query string contains a broken escape.");
                }
            }
        }
    }
}
