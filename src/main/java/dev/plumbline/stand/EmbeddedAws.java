package dev.plumbline.stand;

import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The embedded AWS in this process, in memory. */
final class EmbeddedAws implements StandAws {
    private final Sandbox sandbox;

    EmbeddedAws() {
        // No state lasts: nobody watches, and the provider's own sleeps are longer than any.
        this.sandbox = Sandbox.start(SandboxOptions.inMemory().withTransition(Duration.ZERO));
    }

    @Override
    public URI endpoint() {
        return sandbox.endpoint();
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
    public Optional<Map<String, byte[]>> keep() {
        return Optional.of(sandbox.copy());
    }

    @Override
    public void bringBack(Map<String, byte[]> copy) {
        sandbox.bringBack(copy);
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
