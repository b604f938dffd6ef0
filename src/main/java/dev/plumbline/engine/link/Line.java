package dev.plumbline.engine.link;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import jdk.net.ExtendedSocketOptions;

/** A connection over a unix socket between two processes of the same user. */
public final class Line implements AutoCloseable {
    private final SocketChannel channel;
    private final DataInputStream in;
    private final DataOutputStream out;

    private Line(SocketChannel channel) {
        this.channel = channel;
        this.in = new DataInputStream(new BufferedInputStream(ChannelStreams.input(channel)));
        this.out = new DataOutputStream(new BufferedOutputStream(ChannelStreams.output(channel)));
    }

    /** Connects to a socket on which a process of this user listens. */
    public static Line connect(Path socket) throws IOException {
        return checked(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
    }

    /** Waits for the next connection; one of another user is refused with an {@link IOException}. */
    public static Line accept(ServerSocketChannel listener) throws IOException {
        return checked(listener.accept());
    }

    /** Listens on a new socket. */
    public static ServerSocketChannel listen(Path socket) throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            return listener.bind(UnixDomainSocketAddress.of(socket), 64);
        } catch (IOException e) {
            listener.close();
            throw e;
        }
    }

    private static Line checked(SocketChannel channel) throws IOException {
        try {
            String peer =
                    channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
            if (!peer.equals(PrivateFolder.userName())) {
                throw new IOException("the other end belongs to the user " + peer);
            }
            return new Line(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        } catch (UnsupportedOperationException noPeerCredentials) {
            return new Line(channel); // the folder's mode and owner protect it alone
        }
    }

    /** Sends a message. */
    public void send(Words words) throws IOException {
        synchronized (out) {
            words.write(out);
        }
    }

    /** The next message; empty where the other end has hung up. */
    public Optional<Words> receive() throws IOException {
        return Words.read(in);
    }

    /** Sends a question and waits for its answer. */
    public Words ask(Words question) throws IOException {
        send(question);
        return receive().orElseThrow(() -> new EOFException("the engine has hung up"));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException closedAnyway) {
            return;
        }
    }
}
