package dev.plumbline.corpus;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** An address at which nothing listens: the port was free a moment ago, and nobody was told of it. */
record ClosedPort(String url) implements AwsUnderTest {
    static ClosedPort find() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new ClosedPort("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    @Override
    public void close() {}
}
