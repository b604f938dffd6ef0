package dev.plumbline.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Sends bytes to an endpoint as they are, sound or not, and reads what comes back until the connection ends. */
record RawHttp(URI endpoint) {
    /** An answer; status 0 is none at all. */
    record Reply(int status, String head, String body) {
        boolean has(String header) {
            return head.toLowerCase(Locale.ROOT).contains("\n" + header.toLowerCase(Locale.ROOT) + ":");
        }
    }

    static String scope(String key, String region, String service) {
        return "AWS4-HMAC-SHA256 Credential=" + key + "/20260102/" + region + "/" + service
                + "/aws4_request, SignedHeaders=host, Signature=00";
    }

    /** A sound request with some headers. */
    Reply send(String method, String path, byte[] body, String... headers) {
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n");
        if (Arrays.stream(headers).noneMatch(header -> header.startsWith("Host:"))) {
            head.append("Host: 127.0.0.1:").append(endpoint.getPort()).append("\r\n");
        }
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        return bytes(join(head.toString().getBytes(StandardCharsets.UTF_8), body));
    }

    Reply send(String method, String path, String body, String... headers) {
        return send(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** Exactly these bytes; then this side of the connection ends. */
    Reply bytes(byte[] request) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.getPort())) {
            socket.setSoTimeout(15_000);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(request);
                out.flush();
                socket.shutdownOutput();
            } catch (IOException closedEarly) {
                // An endpoint may answer and close before all is sent, as with a body that is too large.
                assert closedEarly != null;
            }
            socket.getInputStream().transferTo(answer);
        } catch (IOException reset) {
            return parse(answer.toString(StandardCharsets.UTF_8));
        }
        return parse(answer.toString(StandardCharsets.UTF_8));
    }

    private static Reply parse(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (!text.startsWith("HTTP/1.1 ") || end < 0) {
            return new Reply(0, "", text);
        }
        return new Reply(Integer.parseInt(text.substring(9, 12)), text.substring(0, end), text.substring(end + 4));
    }

    private static byte[] join(byte[] head, byte[] body) {
        byte[] all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }
}
