package dev.plumbline.sandbox;

import dev.plumbline.sandbox.wire.AwsException;
import dev.plumbline.sandbox.wire.Document;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serial;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Speaks to the private path of an endpoint, whichever process serves it. */
record ControlClient(URI endpoint) {
    private static final int PATIENCE = 2_000;
    /** A store of a gigabyte is copied before its first byte comes. */
    private static final int PATIENCE_FOR_STORE = 60_000;

    /** Nobody answered, or what was answered cannot be used; the message says which. */
    static final class NoAnswer extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final boolean refusal;

        private NoAnswer(String message, @Nullable Exception cause, boolean refusal) {
            super(message, cause);
            this.refusal = refusal;
        }

        /** Whether it answered that it cannot do it. */
        boolean isRefusal() {
            return refusal;
        }
    }

    /** The id the endpoint answers with, where one answers at all. */
    Optional<String> id() {
        try {
            return Optional.ofNullable((String) send("GET", "health", null).get("id"));
        } catch (NoAnswer none) {
            return Optional.empty();
        }
    }

    Map<String, @Nullable Object> send(String method, String path, @Nullable Map<String, @Nullable Object> body)
            throws NoAnswer {
        try {
            HttpURLConnection connection = connect(method, path, PATIENCE);
            if (body != null) {
                connection.setDoOutput(true);
                try (OutputStream out = connection.getOutputStream()) {
                    out.write(Document.JSON.write(body));
                }
            }
            return document(answer(connection, method, path), method + " " + path);
        } catch (IOException trouble) {
            throw noAnswer(trouble);
        }
    }

    /**
     * Everything that is kept, as the bytes of a store's file, however many.
     *
     * @throws NoAnswer where it does not come, or not to its end
     * @throws IOException where it cannot be written
     */
    void store(OutputStream to) throws IOException {
        try (InputStream in = store()) {
            byte[] part = new byte[1 << 16];
            for (int size = read(in, part); size >= 0; size = read(in, part)) {
                to.write(part, 0, size);
            }
        }
    }

    private InputStream store() throws NoAnswer {
        try {
            HttpURLConnection connection = connect("GET", "store", PATIENCE_FOR_STORE);
            InputStream in = answer(connection, "GET", "store");
            if (!"application/octet-stream".equals(connection.getContentType())) {
                in.close();
                throw new NoAnswer("it is served by another version of Plumbline", null, false);
            }
            return in;
        } catch (IOException trouble) {
            throw noAnswer(trouble);
        }
    }

    private static int read(InputStream in, byte[] part) throws NoAnswer {
        try {
            return in.read(part);
        } catch (IOException trouble) {
            throw noAnswer(trouble);
        }
    }

    private HttpURLConnection connect(String method, String path, int patience) throws IOException {
        // Not java.net.http: its first call costs 100 ms. No proxy: this never leaves the machine.
        HttpURLConnection connection = (HttpURLConnection)
                endpoint.resolve("/_plumbline/" + path).toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(PATIENCE);
        connection.setReadTimeout(patience);
        connection.setRequestMethod(method);
        return connection;
    }

    private static InputStream answer(HttpURLConnection connection, String method, String path) throws IOException {
        if (connection.getResponseCode() == 200) {
            return connection.getInputStream();
        }
        String what = method + " " + path;
        InputStream said = connection.getErrorStream();
        Object why = said == null ? null : document(said, what).get("error");
        throw new NoAnswer(
                why == null ? "the endpoint answered " + connection.getResponseCode() + " to " + what : why.toString(),
                null,
                why != null);
    }

    /** What cannot be read is no answer: an error of AWS's, which has no trace, would say nothing of where it arose. */
    private static Map<String, @Nullable Object> document(InputStream from, String what) throws IOException {
        try (from) {
            return Document.JSON.read(from.readAllBytes());
        } catch (AwsException broken) {
            throw new NoAnswer("its answer to " + what + " cannot be read", broken, false);
        }
    }

    private static NoAnswer noAnswer(IOException trouble) {
        return trouble instanceof NoAnswer known
                ? known
                : new NoAnswer(String.valueOf(trouble.getMessage()), trouble, false);
    }
}
