package dev.plumbline.engine.proxy;

import io.grpc.HandlerRegistry;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A gRPC server that answers every method with a word of its own: the provider's side of the proxy. */
final class Peer implements AutoCloseable {
    private final Server server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Status refusal = Status.OK;

    Peer(Path socket, Loops loops) throws IOException {
        server = NettyServerBuilder.forAddress(UnixDomainSocketAddress.of(socket))
                .channelType(NioServerDomainSocketChannel.class)
                .bossEventLoopGroup(loops.group())
                .workerEventLoopGroup(loops.group())
                .directExecutor()
                .fallbackHandlerRegistry(new HandlerRegistry() {
                    @Override
                    public ServerMethodDefinition<?, ?> lookupMethod(String method, @Nullable String authority) {
                        return ServerMethodDefinition.create(
                                RawBytes.method(method), (call, headers) -> answer(method, call));
                    }
                })
                .build()
                .start();
    }

    /** Every question so far, {@code METHOD QUESTION}. */
    List<String> asked() {
        return asked;
    }

    /** Refuses what is asked from now on. */
    void refuse(Status status) {
        refusal = status;
    }

    private ServerCall.Listener<byte[]> answer(String method, ServerCall<byte[], byte[]> call) {
        call.request(2);
        return new ServerCall.Listener<>() {
            @Override
            public void onMessage(byte[] message) {
                String question = method + " " + new String(message, StandardCharsets.UTF_8);
                asked.add(question);
                call.sendHeaders(new Metadata());
                if (refusal.isOk()) {
                    call.sendMessage(("answer " + asked.size() + " to " + question).getBytes(StandardCharsets.UTF_8));
                }
            }

            @Override
            public void onHalfClose() {
                call.close(refusal, new Metadata());
            }
        };
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
