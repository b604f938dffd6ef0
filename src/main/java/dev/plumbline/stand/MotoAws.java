package dev.plumbline.stand;

import dev.plumbline.terraform.OrphanGuard;
import dev.plumbline.workbench.UserError;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Another AWS that can be emptied by {@code POST /moto-api/reset} (docs.getmoto.org, "Non-Python SDK's / Server mode"): a
 * moto_server of our own, or one that somebody else runs.
 */
final class MotoAws implements StandAws {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI endpoint;
    private final String name;
    private final @Nullable Running running;

    private MotoAws(URI endpoint, String name, @Nullable Running running) {
        this.endpoint = endpoint;
        this.name = name;
        this.running = running;
    }

    /** A server of our own, and what ends it if we do not. */
    private record Running(Process process, OrphanGuard.Watch guard) {
        void end() {
            process.destroy();
            guard.close();
        }
    }

    /** One that runs already. */
    static MotoAws at(URI endpoint) {
        return new MotoAws(endpoint, endpoint.toString(), null);
    }

    /**
     * Starts one that ends with this program, however that ends.
     *
     * @param program {@code moto_server}
     * @param log where it writes what it says
     */
    static MotoAws start(Path program, Path log) {
        int port = freePort();
        URI endpoint = URI.create("http://127.0.0.1:" + port);
        try {
            Process process = new ProcessBuilder(OrphanGuard.gated(
                            List.of(program.toString(), "-H", "127.0.0.1", "-p", Integer.toString(port))))
                    .redirectErrorStream(true)
                    .redirectOutput(Files.createDirectories(log.getParent())
                            .resolve(log.getFileName())
                            .toFile())
                    .start();
            Running running = new Running(process, OrphanGuard.admit(process));
            MotoAws moto = new MotoAws(endpoint, "moto", running);
            moto.await(running);
            return moto;
        } catch (IOException cannotStart) {
            throw UserError.trouble(program + " cannot be started: " + cannotStart.getMessage());
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw UserError.trouble("There is no free port for moto_server: " + none.getMessage());
        }
    }

    private void await(Running starting) throws IOException {
        Instant until = Instant.now().plus(PATIENCE);
        try {
            while (!reset()) {
                if (Instant.now().isAfter(until) || starting.process().waitFor(100, TimeUnit.MILLISECONDS)) {
                    starting.end();
                    throw new IOException("it does not answer on " + endpoint);
                }
            }
        } catch (InterruptedException interrupted) {
            starting.end();
            Thread.currentThread().interrupt();
            throw new IOException("called off", interrupted);
        }
    }

    private boolean reset() {
        try {
            HttpURLConnection call = (HttpURLConnection)
                    endpoint.resolve("/moto-api/reset").toURL().openConnection(Proxy.NO_PROXY);
            call.setConnectTimeout(1000);
            call.setReadTimeout(10_000);
            call.setRequestMethod("POST");
            return call.getResponseCode() == 200;
        } catch (IOException notThere) {
            return false;
        }
    }

    @Override
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void empty() {
        if (!reset()) {
            throw UserError.trouble("The AWS at " + endpoint + " cannot be emptied (POST /moto-api/reset), and every "
                    + "answer has to begin with an empty one. Use moto_server.");
        }
    }

    @Override
    public Optional<Map<String, byte[]>> keep() {
        return Optional.empty();
    }

    @Override
    public void bringBack(Map<String, byte[]> copy) {
        throw new IllegalStateException("this AWS keeps no copies");
    }

    @Override
    public void close() {
        if (running != null) {
            running.end();
        }
    }
}
