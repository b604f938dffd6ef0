package dev.plumbline.engine.proxy;

import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioEventLoopGroup;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The two threads that move bytes for all proxies and providers of an engine. The JDK's own unix sockets (16 and newer)
 * serve on Linux and macOS alike, with no native library to unpack.
 */
public final class Loops implements AutoCloseable {
    /** gRPC sets an option of TCP on every connection, and Netty warns that unix sockets have no such thing. */
    private static final Logger BOOTSTRAP = Logger.getLogger("io.grpc.netty.shaded.io.netty.bootstrap");

    /** An answer that is still on its way when its run has ended finds nobody to be told of it: nothing is lost by that. */
    private static final Logger LISTENERS =
            Logger.getLogger("io.grpc.netty.shaded.io.netty.util.concurrent.DefaultPromise");

    private static final long QUIET_MILLIS = 0;
    private static final long CLOSE_MILLIS = 1_000;

    private final EventLoopGroup group = new NioEventLoopGroup(2, DaemonThreads.named("engine-io"));

    /** Starts the threads. */
    public Loops() {
        BOOTSTRAP.setLevel(Level.SEVERE);
        LISTENERS.setLevel(Level.SEVERE);
    }

    EventLoopGroup group() {
        return group;
    }

    @Override
    public void close() {
        var unused = group.shutdownGracefully(QUIET_MILLIS, CLOSE_MILLIS, TimeUnit.MILLISECONDS);
    }
}
