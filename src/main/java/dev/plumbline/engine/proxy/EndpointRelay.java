package dev.plumbline.engine.proxy;

import io.grpc.netty.shaded.io.netty.bootstrap.Bootstrap;
import io.grpc.netty.shaded.io.netty.bootstrap.ServerBootstrap;
import io.grpc.netty.shaded.io.netty.channel.Channel;
import io.grpc.netty.shaded.io.netty.channel.ChannelFuture;
import io.grpc.netty.shaded.io.netty.channel.ChannelFutureListener;
import io.grpc.netty.shaded.io.netty.channel.ChannelHandler.Sharable;
import io.grpc.netty.shaded.io.netty.channel.ChannelHandlerContext;
import io.grpc.netty.shaded.io.netty.channel.ChannelInboundHandlerAdapter;
import io.grpc.netty.shaded.io.netty.channel.ChannelOption;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerSocketChannel;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A fixed local address for a provider process whose AWS is at another local address in each run. A provider reads its
 * endpoint from its own environment, which is set when it starts; without this, each workspace's AWS would need a
 * provider process of its own. Bytes pass unchanged, to the one target of the moment.
 */
// Netty's futures of writing and closing are left: what becomes of a connection, its own events tell.
@SuppressWarnings("FutureReturnValueIgnored")
public final class EndpointRelay implements AutoCloseable {
    private final Channel listener;
    private final Set<Channel> open;
    private final Front front;

    private EndpointRelay(Channel listener, Set<Channel> open, Front front) {
        this.listener = listener;
        this.open = open;
        this.front = front;
    }

    /** Listens on a free port of the loopback interface; until told where to, it hangs up on whoever calls. */
    public static EndpointRelay listen(Loops loops) throws IOException {
        Set<Channel> open = ConcurrentHashMap.newKeySet();
        Front front = new Front(open);
        ChannelFuture bound = new ServerBootstrap()
                .group(loops.group())
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(front)
                .bind(InetAddress.getLoopbackAddress(), 0)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException("no local port for the provider's endpoint", bound.cause());
        }
        return new EndpointRelay(bound.channel(), open, front);
    }

    /** The address for the provider's environment. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + ((InetSocketAddress) listener.localAddress()).getPort());
    }

    /** From now on leads there; connections to the target before are closed. */
    public void pointTo(InetSocketAddress target) {
        front.target = target;
        open.forEach(Channel::close);
    }

    /** Leads nowhere: what is open is closed, who calls is hung up on. */
    public void pointNowhere() {
        front.target = null;
        open.forEach(Channel::close);
    }

    @Override
    public void close() {
        pointNowhere();
        listener.close();
    }

    /** The provider's side. */
    @Sharable
    private static final class Front extends ChannelInboundHandlerAdapter {
        private final Set<Channel> open;
        private volatile @Nullable InetSocketAddress target;

        Front(Set<Channel> open) {
            this.open = open;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            Channel provider = context.channel();
            InetSocketAddress where = target;
            if (where == null) {
                provider.close();
                return;
            }
            open.add(provider);
            provider.closeFuture().addListener(closed -> open.remove(provider));
            ChannelFuture connecting = new Bootstrap()
                    .group(provider.eventLoop())
                    .channel(NioSocketChannel.class)
                    .option(ChannelOption.AUTO_READ, false)
                    .option(ChannelOption.TCP_NODELAY, true)
                    .handler(new Pipe(provider))
                    .connect(where);
            Channel aws = connecting.channel();
            provider.pipeline().addLast(new Pipe(aws));
            connecting.addListener((ChannelFutureListener) connected -> {
                if (connected.isSuccess() && where.equals(target)) {
                    provider.config().setAutoRead(true);
                    aws.config().setAutoRead(true);
                } else {
                    aws.close();
                    provider.close();
                }
            });
        }
    }

    /** Writes what one side sends to the other, no faster than that one takes it; ends with it. */
    private static final class Pipe extends ChannelInboundHandlerAdapter {
        private final Channel other;

        Pipe(Channel other) {
            this.other = other;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            other.write(bytes).addListener((ChannelFutureListener) written -> {
                if (!written.isSuccess()) {
                    context.close();
                }
            });
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            other.flush();
        }

        @Override
        public void channelWritabilityChanged(ChannelHandlerContext context) {
            other.config().setAutoRead(context.channel().isWritable());
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            other.close();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable broken) {
            context.close();
        }
    }
}
