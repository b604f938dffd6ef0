package dev.plumbline.authoring.stand;

import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The embedded AWS in this process. A copy of it is a copy of its store's file. */
final class EmbeddedAws implements StandAws {
    private final Path folder;
    private final int port;
    private final AtomicInteger copies = new AtomicInteger();
    private Sandbox sandbox;

    /** Serves from that folder. */
    EmbeddedAws(Path folder) {
        this.folder = folder;
        this.sandbox = start(folder, 0);
        this.port = sandbox.endpoint().getPort();
    }

    private static Sandbox start(Path folder, int port) {
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        // No state lasts: nobody watches, and the provider's own sleeps are longer than any.
        return Sandbox.start(SandboxOptions.at(folder).withPort(port).withTransition(Duration.ZERO));
    }

    private Path store() {
        return folder.resolve("store.mv");
    }

    @Override
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public void empty() {
        sandbox.reset();
    }

    @Override
    public Optional<Path> keep() {
        Path copy = folder.resolve("copy-" + copies.incrementAndGet());
        between(() -> Files.copy(store(), copy));
        return Optional.of(copy);
    }

    @Override
    public void bringBack(Path copy) {
        between(() -> Files.copy(copy, store(), StandardCopyOption.REPLACE_EXISTING));
    }

    /** What is done to the store's file, which is whole only while nobody serves from it. */
    @FunctionalInterface
    private interface FileWork {
        Path run() throws IOException;
    }

    private void between(FileWork work) {
        sandbox.close();
        try {
            Path ignored = work.run();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        } finally {
            sandbox = start(folder, port);
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
