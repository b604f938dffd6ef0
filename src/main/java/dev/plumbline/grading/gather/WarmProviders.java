package dev.plumbline.grading.gather;

import dev.plumbline.engine.EngineUnavailable;
import dev.plumbline.engine.Lease;
import dev.plumbline.engine.ProviderNeed;
import dev.plumbline.engine.WarmEngine;
import dev.plumbline.terraform.Cancellation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The warm engine as the source of providers; falls back to stock, and says so once. */
public final class WarmProviders implements ProviderSource {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WarmEngine engine;
    private final Consumer<String> say;
    private final AtomicBoolean said = new AtomicBoolean();

    /**
     * Serves from that engine.
     *
     * @param say told once, in a sentence, when stock Terraform has to do
     */
    public WarmProviders(WarmEngine engine, Consumer<String> say) {
        this.engine = engine;
        this.say = say;
    }

    @Override
    public Optional<Attached> attach(Path workspace, Map<String, String> environment, Cancellation cancellation)
            throws InterruptedException {
        try {
            Lease lease = engine.lease(ProviderNeed.awsFor(workspace), environment, PATIENCE);
            return Optional.of(new Leased(lease));
        } catch (EngineUnavailable unavailable) {
            if (said.compareAndSet(false, true)) {
                say.accept("Using stock Terraform runs, which take longer: " + unavailable.getMessage());
            }
            return Optional.empty();
        }
    }

    @Override
    public void prepare(Path workspace, Map<String, String> environment) {
        engine.prewarm(ProviderNeed.awsFor(workspace), environment);
    }

    private record Leased(Lease lease) implements Attached {
        @Override
        public Map<String, String> variables() {
            return Map.of("TF_REATTACH_PROVIDERS", lease.reattachProviders());
        }

        @Override
        public String providerVersion() {
            return lease.providerVersion();
        }

        @Override
        public boolean died() {
            return lease.providerDied();
        }

        @Override
        public void close() {
            lease.close();
        }
    }
}
