package dev.plumbline.sandbox;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
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
                .withId(remembered.map(EndpointFile::id).orElseGet(() -> UUID.randomUUID()
                        .toString()));
        Sandbox sandbox = remembered
                .flatMap(file -> on(options.withPort(file.port()), takeOver ? TAKING_OVER : ENDING))
                .orElseGet(() -> elsewhere(options));
        EndpointFile now = new EndpointFile(sandbox.endpoint().getPort(), options.id());
        if (!remembered.equals(Optional.of(now))) {
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

    private static Optional<Sandbox> on(SandboxOptions options, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return Optional.of(Sandbox.start(options));
            } catch (SandboxException failed) {
                if (failed.kind() != SandboxException.Kind.PORT) {
                    throw failed;
                }
                if (System.nanoTime() > deadline) {
                    return Optional.empty();
                }
            }
            Thread.onSpinWait();
            try {
                Thread.sleep(5);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }

    private static Sandbox elsewhere(SandboxOptions options) {
        for (int i = 0; i < ATTEMPTS; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            Optional<Sandbox> sandbox = on(options.withPort(port), Duration.ZERO);
            if (sandbox.isPresent()) {
                return sandbox.get();
            }
        }
        return Sandbox.start(options.withPort(0));
    }
}
