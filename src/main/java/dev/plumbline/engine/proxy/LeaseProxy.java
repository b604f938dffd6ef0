package dev.plumbline.engine.proxy;

import io.grpc.Attributes;
import io.grpc.HandlerRegistry;
import io.grpc.Server;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerTransportFilter;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What Terraform attaches to for the time of one lease: a unix socket of its own. */
public final class LeaseProxy implements AutoCloseable {
    private final Server server;
    private final Path socket;
    private final ExecutorService threads;

    private LeaseProxy(Server server, Path socket, ExecutorService threads) {
        this.server = server;
        this.socket = socket;
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
        // A call may have to wait for another process to start, so calls do not run on the threads that move bytes.
        ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("engine-call"));
        Server server = NettyServerBuilder.forAddress(UnixDomainSocketAddress.of(socket))
                .channelType(NioServerDomainSocketChannel.class)
                .bossEventLoopGroup(loops.group())
                .workerEventLoopGroup(loops.group())
                .executor(threads)
                .maxInboundMessageSize(ProviderChannel.LARGEST_MESSAGE)
                .maxInboundMetadataSize(1 << 20)
                .addTransportFilter(new Connections(providers))
                .fallbackHandlerRegistry(new Everything(schema))
                .build()
                .start();
        return new LeaseProxy(server, socket, threads);
    }

    /** Where Terraform is to connect. */
    public Path socket() {
        return socket;
    }

    /** Hangs up on Terraform, if it is still there. */
    @Override
    public void close() {
        server.shutdownNow();
        threads.shutdown();
        try {
            Files.deleteIfExists(socket);
        } catch (IOException leftOver) {
            // An empty socket file in the engine's own folder, which the next start clears.
            return;
        }
    }

    /** Gives each connection its {@link Connection}. */
    private static final class Connections extends ServerTransportFilter {
        private final Providers providers;
        private final AtomicReference<@Nullable Connection> holderOfFirst = new AtomicReference<>();

        Connections(Providers providers) {
            this.providers = providers;
        }

        @Override
        public Attributes transportReady(Attributes attributes) {
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
