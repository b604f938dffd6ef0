package dev.plumbline.sandbox;

import dev.plumbline.sandbox.http.Endpoint;
import dev.plumbline.sandbox.wire.Ids;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Starts a workspace's endpoint on the port it is remembered by, or else on one that is likely to stay free. */
final class Ports {
    /** Below the ports that Linux, macOS and Windows lend to outgoing connections. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 20;
    /** A process that is ending releases its lock a moment before its port. */
    private static final Duration ENDING = Duration.ofMillis(200);

    private static final Duration TAKING_OVER = Duration.ofSeconds(2);

    private Ports() {}

    static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    static Sandbox start(Path folder, boolean takeOver) {
        Optional<EndpointFile> remembered = EndpointFile.read(folder);
        SandboxOptions options = SandboxOptions.at(folder)
                .withId(remembered.map(EndpointFile::id).orElseGet(() -> Ids.next()));
        Sandbox sandbox = Sandbox.start(options, () -> remembered
                .flatMap(file -> bind(file.port(), takeOver ? TAKING_OVER : ENDING))
                .orElseGet(Ports::elsewhere));
        EndpointFile now = new EndpointFile(sandbox.endpoint().getPort(), options.id());
        if (remembered.map(EndpointFile::port).orElse(0) != now.port()) {
            try {
                now.write(folder);
            } catch (IOException trouble) {
                sandbox.close();
                throw new SandboxException(
                        SandboxException.Kind.FOLDER,
                        "The embedded AWS cannot write into " + folder + " (" + trouble.getMessage()
                                + "). Make the folder writable and see that the disk is not full.",
                        trouble);
            }
        }
        return sandbox;
    }

    private static Optional<Endpoint> bind(int port, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return Optional.of(Sandbox.bind(port));
            } catch (SandboxException taken) {
                if (System.nanoTime() > deadline) {
                    return Optional.empty();
                }
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }

    private static Endpoint elsewhere() {
        for (int i = 0; i < ATTEMPTS; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            Optional<Endpoint> endpoint = bind(port, Duration.ZERO);
            if (endpoint.isPresent()) {
                return endpoint.get();
            }
        }
        return Sandbox.bind(0);
    }
}
