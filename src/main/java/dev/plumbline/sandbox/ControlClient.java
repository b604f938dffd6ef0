package dev.plumbline.sandbox;

import dev.plumbline.sandbox.wire.AwsException;
import dev.plumbline.sandbox.wire.Document;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Speaks to the private path of an endpoint, whichever process serves it. */
record ControlClient(URI endpoint) {
    private static final int PATIENCE = 2_000;

    /** The id the endpoint answers with, where one answers at all. */
    Optional<String> id() {
        try {
            return Optional.ofNullable((String) send("GET", "health", null).get("id"));
        } catch (IOException | AwsException noAnswer) {
            return Optional.empty();
        }
    }

    Map<String, @Nullable Object> send(String method, String path, @Nullable Map<String, @Nullable Object> body)
            throws IOException {
        // Not java.net.http: its first call costs 100 ms. No proxy: this never leaves the machine.
        HttpURLConnection connection = (HttpURLConnection)
                endpoint.resolve("/_plumbline/" + path).toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(PATIENCE);
        connection.setReadTimeout(PATIENCE);
        connection.setRequestMethod(method);
        if (body != null) {
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(Document.JSON.write(body));
            }
        }
        if (connection.getResponseCode() != 200) {
            throw new IOException(
                    "the endpoint answered " + connection.getResponseCode() + " to " + method + " " + path);
        }
        try (InputStream in = connection.getInputStream()) {
            return Document.JSON.read(in.readAllBytes());
        }
    }
}
