package dev.plumbline.engine.proxy;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.grpc.stub.ClientCalls;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The connection to one provider process; counts the calls that the provider has not answered yet. */
public final class ProviderChannel implements AutoCloseable {
    static final int LARGEST_MESSAGE = 256 << 20; // Terraform's own limit for a provider's answer

    private final ManagedChannel channel;
    private final AtomicInteger running = new AtomicInteger();
    private final Answers answers = new Answers();
    private volatile boolean stopped;

    /** Connects, when first used, to the socket that the provider's handshake named. */
    public ProviderChannel(Path socket, Loops loops) {
        channel = NettyChannelBuilder.forAddress(UnixDomainSocketAddress.of(socket))
                .eventLoopGroup(loops.group())
                .channelType(NioDomainSocketChannel.class, UnixDomainSocketAddress.class)
                .maxInboundMessageSize(LARGEST_MESSAGE)
                .maxInboundMetadataSize(1 << 20)
                .usePlaintext()
                .overrideAuthority("localhost")
                .directExecutor()
                .build();
    }

    /** One call with an answer, as bytes. */
    public byte[] call(String method, byte[] request, Duration limit) throws IOException {
        try {
            CallOptions options = CallOptions.DEFAULT
                    .withDeadlineAfter(limit.toMillis(), TimeUnit.MILLISECONDS)
                    .withWaitForReady();
            return ClientCalls.blockingUnaryCall(channel, RawBytes.method(method), options, request);
        } catch (StatusRuntimeException e) {
            throw new IOException(method + ": " + e.getStatus(), e);
        }
    }

    /** A call to be passed on; {@link #ended()} must follow when the provider has answered it. */
    ClientCall<byte[], byte[]> begin(String method) {
        if (method.endsWith("/Stop")) {
            stopped = true;
        }
        running.incrementAndGet();
        return channel.newCall(RawBytes.method(method), CallOptions.DEFAULT);
    }

    void ended() {
        running.decrementAndGet();
    }

    Answers answers() {
        return answers;
    }

    /** Calls that the provider is still working on. */
    public int running() {
        return running.get();
    }

    /** Whether Terraform has asked this provider to stop what it does, which it may not forget. */
    public boolean stopped() {
        return stopped;
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
