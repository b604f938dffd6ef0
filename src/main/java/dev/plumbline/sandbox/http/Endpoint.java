package dev.plumbline.sandbox.http;

import com.sun.net.httpserver.HttpServer;
import dev.plumbline.sandbox.control.CallLog;
import dev.plumbline.sandbox.control.Faults;
import dev.plumbline.sandbox.kinesis.Kinesis;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The HTTP server on 127.0.0.1. Its threads are daemons: it never keeps a process alive. */
public final class Endpoint implements AutoCloseable {
    private static final int THREADS = 32;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    static {
        // Read once by the JDK's server when its classes load. Without the first, small answers wait 40 ms for an
        // acknowledgement; the other two end callers that send or read forever.
        setDefault("sun.net.httpserver.nodelay", "true");
        setDefault("sun.net.httpserver.maxReqTime", "20");
        setDefault("sun.net.httpserver.maxRspTime", "60");
    }

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final Drain drain = new Drain();

    private Endpoint(HttpServer server, ThreadPoolExecutor threads) {
        this.server = server;
        this.threads = threads;
    }

    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /**
     * Binds a port; nothing is served before {@link #serve}.
     *
     * @param port 0 for any free one
     * @throws IOException where the port is taken
     */
    public static Endpoint bind(int port) throws IOException {
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 256);
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "sandbox-" + NUMBER.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        server.setExecutor(threads);
        return new Endpoint(server, threads);
    }

    /**
     * Begins to answer.
     *
     * @param id what the health path answers, so that a linked process knows whom it talks to
     * @param accountOf the account of an access key
     * @param store a copy of everything that is kept; whoever reads it closes it
     */
    public void serve(
            String id,
            Kinesis kinesis,
            UnaryOperator<String> accountOf,
            CallLog calls,
            Faults faults,
            Clock clock,
            Supplier<InputStream> store) {
        Map<String, Service> services = Map.of("kinesis", new KinesisService(kinesis), "sts", new StsService());
        LocalOnly localOnly = new LocalOnly();
        server.createContext("/", new Gateway(services, accountOf, calls, faults, clock))
                .getFilters()
                .addAll(java.util.List.of(drain, localOnly));
        server.createContext(ControlPath.ROOT, new ControlPath(id, calls, faults, kinesis, store))
                .getFilters()
                .addAll(java.util.List.of(drain, localOnly));
        server.start();
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Stops listening; calls that are being answered have half a second to end. */
    @Override
    public void close() {
        drain.await();
        server.stop(0);
        threads.shutdown();
    }
}
