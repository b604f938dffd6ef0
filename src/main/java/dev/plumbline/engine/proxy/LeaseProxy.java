package dev.plumbline.engine.proxy;

import io.grpc.Attributes;
import io.grpc.Grpc;
import io.grpc.HandlerRegistry;
import io.grpc.Server;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerTransportFilter;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What Terraform attaches to for the time of one lease: a unix socket of its own, or a port of 127.0.0.1. */
public final class LeaseProxy implements AutoCloseable {
    private final Server server;
    private final SocketAddress address;
    private final ExecutorService threads;

    private LeaseProxy(Server server, SocketAddress address, ExecutorService threads) {
        this.server = server;
        this.address = address;
        this.threads = threads;
    }

    /**
     * Starts to listen.
     *
     * @param socket a path that does not exist yet, in a folder of this user alone
     * @param schema the answer to the schema call
     */
    public static LeaseProxy listen(Path socket, Providers providers, SchemaAnswer schema, Loops loops)
            throws IOException {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(socket);
        NettyServerBuilder builder =
                NettyServerBuilder.forAddress(address).channelType(NioServerDomainSocketChannel.class);
        return start(builder, new Connections(providers, attributes -> true), schema, loops);
    }

    /**
     * Starts to listen on a free port of 127.0.0.1, for Terraform processes of this user only.
     *
     * @param schema the answer to the schema call
     * @throws IOException also where this machine does not tell whose a connection is
     */
    public static LeaseProxy listenOnLoopback(Providers providers, SchemaAnswer schema, Loops loops)
            throws IOException {
        if (!PeerOwner.isKnown()) {
            throw new IOException("this system does not tell whose a connection over 127.0.0.1 is");
        }
        return listenOnLoopback(providers, schema, loops, LeaseProxy::isOurs);
    }

    static LeaseProxy listenOnLoopback(
            Providers providers, SchemaAnswer schema, Loops loops, Predicate<Attributes> letIn) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
        NettyServerBuilder builder = NettyServerBuilder.forAddress(address).channelType(NioServerSocketChannel.class);
        return start(builder, new Connections(providers, letIn), schema, loops);
    }

    private static boolean isOurs(Attributes attributes) {
        return attributes.get(Grpc.TRANSPORT_ATTR_LOCAL_ADDR) instanceof InetSocketAddress here
                && attributes.get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR) instanceof InetSocketAddress there
                && PeerOwner.isThisUser(here, there);
    }

    private static LeaseProxy start(
            NettyServerBuilder builder, Connections connections, SchemaAnswer schema, Loops loops) throws IOException {
        // A call may have to wait for another process to start, so calls do not run on the threads that move bytes.
        ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("engine-call"));
        try {
            Server server = builder.bossEventLoopGroup(loops.group())
                    .workerEventLoopGroup(loops.group())
                    .executor(threads)
                    .maxInboundMessageSize(ProviderChannel.LARGEST_MESSAGE)
                    .maxInboundMetadataSize(1 << 20)
                    .addTransportFilter(connections)
                    .fallbackHandlerRegistry(new Everything(schema))
                    .build()
                    .start();
            return new LeaseProxy(server, server.getListenSockets().get(0), threads);
        } catch (IOException e) {
            threads.shutdown();
            throw e;
        }
    }

    /** Where Terraform is to connect. */
    public SocketAddress address() {
        return address;
    }

    /** Hangs up on Terraform, if it is still there. */
    @Override
    public void close() {
        server.shutdownNow();
        threads.shutdown();
        if (address instanceof UnixDomainSocketAddress unix) {
            try {
                Files.deleteIfExists(unix.getPath());
            } catch (IOException leftOver) {
                // An empty socket file in the engine's own folder, which the next start clears.
                return;
            }
        }
    }

    /** Gives each connection its {@link Connection}. */
    private static final class Connections extends ServerTransportFilter {
        private final Providers providers;
        private final Predicate<Attributes> letIn;
        private final AtomicReference<@Nullable Connection> holderOfFirst = new AtomicReference<>();

        Connections(Providers providers, Predicate<Attributes> letIn) {
            this.providers = providers;
            this.letIn = letIn;
        }

        /** Calls of a connection without a {@link Connection} are refused, whatever they ask. */
        @Override
        public Attributes transportReady(Attributes attributes) {
            if (!letIn.test(attributes)) {
                return attributes;
            }
            return attributes.toBuilder()
                    .set(PassOn.CONNECTION, new Connection(providers, holderOfFirst))
                    .build();
        }

        @Override
        public void transportTerminated(Attributes attributes) {
            Connection connection = attributes == null ? null : attributes.get(PassOn.CONNECTION);
            if (connection != null) {
                connection.close();
            }
        }
    }

    private static final class Everything extends HandlerRegistry {
        private final SchemaAnswer schema;

        Everything(SchemaAnswer schema) {
            this.schema = schema;
        }

        @Override
        public @Nullable ServerMethodDefinition<?, ?> lookupMethod(String method, @Nullable String authority) {
            // go-plugin's own services (log stream, broker, shutdown) are between a provider and the one who
            // started it: that is the engine. Terraform takes "unimplemented" from them for an answer.
            if (!method.startsWith("tfplugin5.") && !method.startsWith("tfplugin6.")) {
                return null;
            }
            return ServerMethodDefinition.create(RawBytes.method(method), new PassOn(method, schema));
        }
    }
}
