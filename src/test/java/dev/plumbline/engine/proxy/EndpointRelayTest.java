package dev.plumbline.engine.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@SuppressWarnings("NullAway.Init")
class EndpointRelayTest {
    private static final int LARGE = 5_000_000;

    private final Loops loops = new Loops();
    private EndpointRelay relay;
    private HttpServer one;
    private HttpServer two;

    @BeforeEach
    void open() throws IOException {
        relay = EndpointRelay.listen(loops);
        one = server((byte) 1);
        two = server((byte) 2);
    }

    @AfterEach
    void close() {
        relay.close();
        one.stop(0);
        two.stop(0);
        loops.close();
    }

    @Test
    void leadsWhereItIsToldTo() throws IOException {
        relay.pointTo(one.getAddress());
        assertThat(ask()).hasSize(LARGE).containsOnly(1);

        relay.pointTo(two.getAddress());
        assertThat(ask()).as("no connection to the first is used again").containsOnly(2);
    }

    @Test
    void leadsNowhereBetweenRuns() throws IOException {
        assertThatThrownBy(this::ask).isInstanceOf(IOException.class);
        relay.pointTo(one.getAddress());
        ask();

        relay.pointNowhere();

        assertThatThrownBy(this::ask).isInstanceOf(IOException.class);
    }

    @Test
    void hangsUpOnWhoIsConnectedWhenTheRunIsOver() throws IOException {
        relay.pointTo(one.getAddress());
        try (Socket held =
                new Socket(InetAddress.getLoopbackAddress(), relay.address().getPort())) {
            held.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            InputStream in = held.getInputStream();
            assertThat(in.read()).isEqualTo('H');

            relay.pointNowhere();

            assertThat(drained(in)).isTrue();
        }
    }

    private static boolean drained(InputStream in) {
        try {
            in.readAllBytes();
            return true;
        } catch (IOException reset) {
            return true;
        }
    }

    private byte[] ask() throws IOException {
        try (InputStream in = relay.address().toURL().openStream()) {
            return in.readAllBytes();
        }
    }

    private static HttpServer server(byte word) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] body = new byte[LARGE];
        Arrays.fill(body, word);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}
