package dev.plumbline.bench;

import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import dev.plumbline.workbench.Home;
import dev.plumbline.workbench.PracticeGround;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Runs in a JVM of its own for {@link EndpointBenchmark}: starts an endpoint twice and prints the two times. Where a
 * lab is named it reads that first, as every command of the program does before it asks for an endpoint; otherwise the JVM
 * has loaded nothing.
 */
final class EndpointProbe {
    private static final String BODY = "Action=GetCallerIdentity&Version=2011-06-15";

    private static final String END = "</GetCallerIdentityResponse>";

    private EndpointProbe() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("plumbline-bench");
        if (args.length > 0) {
            PracticeGround.lab(Home.labs(), args[0], folder);
        }
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // What a client needs to connect at all is no time of the endpoint's.
            new Socket(other.getInetAddress(), other.getLocalPort()).close();
            double first = once(folder);
            double again = once(folder);
            System.out.printf(Locale.ROOT, "%.2f %.2f%n", first, again);
        } finally {
            Files.deleteIfExists(folder.resolve("store.mv"));
            Files.deleteIfExists(folder);
        }
    }

    private static double once(Path folder) throws IOException {
        long start = System.nanoTime();
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.at(folder))) {
            ask(sandbox.endpoint());
            return (System.nanoTime() - start) / 1e6;
        }
    }

    /** Over a plain socket: the JDK's own HTTP client would add its class loading to the endpoint's time. */
    private static void ask(URI endpoint) throws IOException {
        String request = "POST / HTTP/1.1\r\nHost: " + endpoint.getAuthority()
                + "\r\nAuthorization: AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/sts/aws4_request"
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + BODY.length()
                + "\r\nConnection: close\r\n\r\n" + BODY;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            StringBuilder answer = new StringBuilder();
            byte[] bytes = new byte[8192];
            // The answer is there once its document is closed; the server hangs up some time after that.
            for (int count = in.read(bytes); count > 0; count = in.read(bytes)) {
                answer.append(new String(bytes, 0, count, StandardCharsets.UTF_8));
                if (answer.indexOf(END) >= 0) {
                    return;
                }
            }
            throw new IOException("the endpoint answered "
                    + answer.toString().lines().findFirst().orElse("nothing"));
        }
    }
}
